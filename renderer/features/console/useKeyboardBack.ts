import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { useIsDialogShown } from '../../ui/Dialog.tsx';
import { isFocusFree } from '../../ui/focus.ts';

/**
 * Who works in a console goes on typing there after using its tools: what is clicked in its toolbar does not take the
 * keyboard, and after a dialog the console has it again.
 *
 * @param pane the console with its toolbar
 * @param grab gives the keyboard to the console
 * @returns what the toolbar does when it is pressed
 */
export function useKeyboardBack(
  pane: RefObject<HTMLElement | null>,
  grab: () => void,
): (event: MouseEvent<HTMLElement>) => void {
  const had = useRef(false);
  const take = useRef(grab);
  useEffect(() => {
    take.current = grab;
  });
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      // Menus and dialogs have it for a while only.
      if (!(target instanceof Element) || target.closest('[data-portal]')) return;
      had.current = pane.current?.contains(target) ?? false;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [pane]);
  const isDialogShown = useIsDialogShown();
  useEffect(() => {
    if (!isDialogShown && had.current && isFocusFree()) take.current();
  }, [isDialogShown]);

  return (event) => {
    const { activeElement } = document;
    const bar = event.currentTarget;
    if (!activeElement || bar.contains(activeElement) || !pane.current?.contains(activeElement)) return;
    event.preventDefault();
    const up = () => {
      // The label of a choice gives it to the choice all the same.
      requestAnimationFrame(() => {
        if (bar.contains(document.activeElement)) take.current();
      });
    };
    document.addEventListener('mouseup', up, { once: true });
  };
}
