/** Whether nothing has the focus that it could be taken from: the body, or the page itself. */
export function isFocusFree(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || activeElement.tagName === 'MAIN';
}
