/** Colours that a host can be marked with; the key is what is saved. */
export const HOST_COLORS = [
  { key: 'red', label: 'Red' },
  { key: 'orange', label: 'Orange' },
  { key: 'yellow', label: 'Yellow' },
  { key: 'green', label: 'Green' },
  { key: 'teal', label: 'Teal' },
  { key: 'blue', label: 'Blue' },
  { key: 'violet', label: 'Violet' },
  { key: 'gray', label: 'Grey' },
] as const;

/** The colour as CSS; null for none, and for what is no colour of ours in a settings file. */
export function hostColor(key: string | undefined): string | null {
  const known = HOST_COLORS.find((color) => color.key === key);
  return known ? `var(--mantine-color-${known.key}-6)` : null;
}
