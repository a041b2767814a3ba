/** Why a text cannot be a machine's definition; null: it may be one. libvirt has the last word. */
export function xmlProblem(text: string): string | null {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  const [error] = parsed.getElementsByTagName('parsererror');
  if (error) return `This is not well-formed XML: ${firstLine(error.textContent ?? '')}`;
  const root = parsed.documentElement.localName;
  return root === 'domain' ? null : `The outermost element has to be domain, not ${root}.`;
}

/** Browsers wrap the reason in sentences of their own. */
function firstLine(message: string): string {
  const found = /error on line[^\n]*/.exec(message);
  return (found?.[0] ?? message).trim().slice(0, 200);
}
