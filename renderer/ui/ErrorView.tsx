import { Button, Collapse } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { ApiErrorData } from '../../contract/index.ts';
import { CopyButton } from './CopyButton.tsx';
import classes from './ErrorView.module.css';
import { errorText } from './errorText.ts';
import { ChangedKey, Remedies } from './Remedies.tsx';

interface ErrorViewProps {
  /** What failed: "Could not start web1". */
  title: string;
  error: ApiErrorData;
  /** Tries it again. */
  again?: () => void;
  /** Buttons to go on with. */
  children?: ReactNode;
}

/** A failure: what failed, why, what to try, and the raw message behind Details. */
export function ErrorView({ title, error, again, children }: ErrorViewProps) {
  return (
    <div className={classes.error} role="alert">
      <IconAlertTriangle size={18} className={classes.icon} aria-hidden />
      <div className={classes.body}>
        <strong>{title}</strong>
        <p>{error.message}</p>
        {error.hint && !isSaid(error.hint, error) && <p className={classes.hint}>{error.hint}</p>}
        <ChangedKey hostKey={error.hostKey} />
        <Remedies remedies={error.remedies} />
        <ErrorDetails title={title} error={error}>
          {children}
          {again && (
            <Button variant="default" onClick={again}>
              Try again
            </Button>
          )}
        </ErrorDetails>
      </div>
    </div>
  );
}

/** Whether a hint only lists what stands below as buttons and commands. */
function isSaid(hint: string, { remedies = [] }: ApiErrorData): boolean {
  return remedies.length > 0 && remedies.every(({ label }) => hint.includes(label));
}

/** The Details button and what is behind it. Other buttons stand in front of it. */
function ErrorDetails({ title, error, children }: Omit<ErrorViewProps, 'again'>) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const text = errorText(title, error);
  return (
    <>
      <div className={classes.actions}>
        {children}
        <Button variant="subtle" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          Details
        </Button>
      </div>
      <Collapse expanded={open} transitionDuration={0} id={id}>
        <pre className={classes.raw}>{text}</pre>
        <CopyButton text={text} label="Copy details" />
      </Collapse>
    </>
  );
}
