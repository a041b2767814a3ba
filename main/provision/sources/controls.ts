/** Whether a text has control characters, line breaks among them. */
export function hasControls(text: string): boolean {
  return Array.from(text).some((char) => char < ' ' || char === '\u007f');
}
