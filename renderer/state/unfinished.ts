const checks = new Set<() => boolean>();

/**
 * Something in this window may be unfinished, and gone with it.
 * @param isUnfinished whether it is, when the window is about to be closed or loaded again
 */
export function watchUnfinished(isUnfinished: () => boolean): void {
  checks.add(isUnfinished);
}

/**
 * Has the user asked before the window goes while something in it is unfinished; the words are the browser's, in
 * Electron those of main/app/electronWindow.ts.
 */
export function askBeforeLeaving(event: Pick<BeforeUnloadEvent, 'preventDefault'>): void {
  if ([...checks].some((isUnfinished) => isUnfinished())) event.preventDefault();
}
