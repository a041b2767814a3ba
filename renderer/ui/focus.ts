/** Whether nothing has the focus that it could be taken from: the body, or the page itself. */
export function isFocusFree(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || activeElement.tagName === 'MAIN';
}

/**
 * Gives the keyboard to an element that is about to be there, or to be shown, once it is, unless somebody else has it.
 * @param attribute names the element, by the value
 */
export function focusSoon(attribute: string, value: string): void {
  requestAnimationFrame(() => {
    if (isFocusFree()) document.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(value)}"]`)?.focus();
  });
}
