import { Fragment, type ReactNode } from 'react';
import { create } from 'zustand';
import { isDialogShown } from './Dialog.tsx';

interface Open {
  readonly id: number;
  readonly render: (close: () => void) => ReactNode;
}

const useDialogs = create<{ readonly open: readonly Open[] }>()(() => ({ open: [] }));

let lastId = 0;

/** Shows a dialog from anywhere; `render` gets the function that closes it. Returns that function. */
export function openDialog(render: (close: () => void) => ReactNode): () => void {
  lastId += 1;
  const id = lastId;
  useDialogs.setState(({ open }) => ({ open: [...open, { id, render }] }));
  return () => closeDialog(id);
}

function closeDialog(id: number): void {
  useDialogs.setState(({ open }) => ({ open: open.filter((dialog) => dialog.id !== id) }));
}

/** Whether a dialog is open: then shortcuts of the page behind it have to rest. */
export function isDialogOpen(): boolean {
  return useDialogs.getState().open.length > 0 || isDialogShown();
}

/** The place where dialogs appear; once in the application. */
export function Dialogs() {
  const open = useDialogs((state) => state.open);
  return open.map(({ id, render }) => <Fragment key={id}>{render(() => closeDialog(id))}</Fragment>);
}
