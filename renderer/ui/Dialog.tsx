import { Modal, type ModalProps } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId } from 'react';
import { create } from 'zustand';

/** Ids of the dialogs that are shown, the one on top last. */
const useShown = create<{ readonly ids: readonly string[] }>()(() => ({ ids: [] }));

/** Whether any dialog of this kind is shown. */
export function isDialogShown(): boolean {
  return useShown.getState().ids.length > 0;
}

/** {@link isDialogShown}, as it changes. */
export function useIsDialogShown(): boolean {
  return useShown(({ ids }) => ids.length > 0);
}

/**
 * A dialog that may come above another one: Escape closes the one on top only, so that an answer to a
 * question does not throw away the form behind it.
 */
export function Dialog({ closeOnEscape = true, ...props }: Omit<ModalProps, 'opened'>) {
  const id = useId();
  const top = useShown(({ ids }) => ids.at(-1) === id);
  useEffect(() => {
    useShown.setState(({ ids }) => ({ ids: [...ids, id] }));
    return () => useShown.setState(({ ids }) => ({ ids: ids.filter((other) => other !== id) }));
  }, [id]);
  return <Modal opened {...props} closeOnEscape={closeOnEscape && top} onKeyDownCapture={refuseHeldEnter} />;
}

/** The Enter that opened a question, held down, must not answer it too. */
function refuseHeldEnter(event: KeyboardEvent): void {
  const onButton = event.target instanceof Element && event.target.closest('button') !== null;
  if (event.key === 'Enter' && event.repeat && onButton) event.preventDefault();
}
