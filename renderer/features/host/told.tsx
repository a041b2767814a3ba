import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Told } from '../../../contract/index.ts';
import vm from '../vm/MachinePage.module.css';

/** A piece's value; null where it is missing. */
export function pieceOf<T>(piece: Told<T> | undefined): T | null {
  return piece && 'value' in piece ? piece.value : null;
}

/** A piece for people: its value, or that it is not to be had, with the reason. */
export function tell<T>(piece: Told<T>, show: (value: T) => ReactNode): ReactNode {
  if ('value' in piece) return show(piece.value);
  const { unsupported, reason } = piece.missing;
  const words = unsupported ? 'Not told by this hypervisor' : 'Could not be read';
  return (
    <Tooltip label={reason} multiline maw={420}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason has to be reached with the keyboard, too. */}
      <span className={unsupported ? vm.dim : vm.warn} tabIndex={0}>
        {words}
      </span>
    </Tooltip>
  );
}

export const yesNo = (value: boolean) => (value ? 'Yes' : 'No');
