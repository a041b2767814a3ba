/**
 * Puts text on the clipboard. Falls back on the selection where the clipboard interface is refused
 * (Electron's permission handlers deny it). Throws when neither works.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
}

function copyBySelection(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  // Deprecated, and the only way left where the permission for the other one is denied.
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!copied) throw new Error('The clipboard cannot be used here. Select the text and copy it yourself.');
}
