import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Console.module.css';

/** Something that says more when it is pointed at or reached with the keyboard. */
export function Note({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Tooltip label={text} multiline w={340} events={{ hover: true, focus: true, touch: true }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard has to reach what it says. */}
      <span className={classes.note} role="note" aria-label={text} tabIndex={0}>
        {children}
      </span>
    </Tooltip>
  );
}
