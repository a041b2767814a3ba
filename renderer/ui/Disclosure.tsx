import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './Disclosure.module.css';

interface DisclosureProps {
  title: string;
  /** What is behind it, in a few words. */
  hint?: string | undefined;
  open?: boolean;
  children: ReactNode;
}

/** What few people need, closed at first. */
export function Disclosure({ title, hint, open: first = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(first);
  const id = useId();
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section aria-label={title}>
      <UnstyledButton
        className={classes.disclosure}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Chevron size={15} aria-hidden />
        <span>{title}</span>
        {hint && <span className={classes.hint}>{hint}</span>}
      </UnstyledButton>
      <Collapse expanded={open} transitionDuration={0} id={id}>
        {open && <div className={classes.disclosed}>{children}</div>}
      </Collapse>
    </section>
  );
}
