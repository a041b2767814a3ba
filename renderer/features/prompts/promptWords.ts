import type { Prompt } from '../../../contract/index.ts';

/** What the checkbox that remembers says, with where it is kept; null: there is nothing to remember. */
export function rememberWords(
  prompt: Pick<Prompt, 'fields' | 'remember'>,
): { label: string; detail: string } | null {
  if (!prompt.fields.some(({ secret }) => secret)) return null;
  switch (prompt.remember ?? 'keyring') {
    case 'never':
      return null;
    case 'until-closed':
      return {
        label: 'Remember until Virtdeck is closed',
        detail: 'No keyring can be used on this desktop: it is kept in memory only.',
      };
    case 'keyring':
      return {
        label: 'Remember in the keyring',
        detail: "Kept by the desktop's keyring; Settings lists it and forgets it.",
      };
  }
}

/** The field to begin with: the first one that is empty, for the others have what was taken last time. */
export function firstToFill(fields: Prompt['fields']): string | undefined {
  return (fields.find(({ defaultValue }) => defaultValue === '') ?? fields[0])?.key;
}
