/** What is wrong with a path on the host; null: nothing. */
export function pathProblem(text: string): string | null {
  return text.startsWith('/') ? null : 'The path on the host begins with a slash.';
}

/** What is wrong with a USB or PCI number like `0x1d6b`; null: nothing. */
export function hexProblem(text: string): string | null {
  return /^0x[0-9a-fA-F]{1,4}$/.test(text) ? null : 'Four hex digits after 0x: 0x1d6b.';
}

/** What is wrong with a list of host NUMA nodes or processors; null: nothing. */
export function setProblem(text: string): string | null {
  return /^\^?\d+(?:-\d+)?(?:,\^?\d+(?:-\d+)?)*$/.test(text) ? null : 'A list like 0-3,^2,8.';
}

/** What is wrong with a port; null: nothing. */
export function portProblem(text: string): string | null {
  const port = Number(text);
  return /^\d+$/.test(text) && port > 0 && port < 65_536 ? null : 'A port is a number from 1 to 65535.';
}
