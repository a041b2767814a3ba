import { Button, Input, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { ConnectionId } from '../../../../contract/index.ts';
import classes from './Browse.module.css';
import { openBrowse } from './BrowseDialog.tsx';
import type { Wish } from './folders.ts';

interface PathFieldProps {
  label: string;
  /** The accessible name, where the label alone does not tell. */
  name?: string;
  /** What the dialog says it is looking for; the label where it is left out. */
  title?: string;
  description?: ReactNode;
  placeholder?: string;
  connection: ConnectionId | null;
  wish: Wish;
  value: string;
  onChange: (path: string) => void;
  error?: string | undefined;
}

/** A path of the host: typed, or chosen among what is there. */
export function PathField({
  label,
  name,
  title = label,
  description,
  placeholder,
  connection,
  wish,
  value,
  onChange,
  error,
}: PathFieldProps) {
  const id = useId();
  return (
    <Input.Wrapper id={id} label={label} description={description} error={error}>
      <div className={classes.field}>
        <TextInput
          id={id}
          {...(name && { 'aria-label': name })}
          {...(placeholder && { placeholder })}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={Boolean(error)}
          autoComplete="off"
          spellCheck={false}
        />
        <Button
          variant="default"
          disabled={connection === null}
          onClick={() =>
            connection !== null &&
            openBrowse({ connection, label: title, wish, path: value, onChoose: onChange })
          }
        >
          Browse…
        </Button>
      </div>
    </Input.Wrapper>
  );
}
