import { Document } from 'yaml';

/**
 * YAML that reads the same in version 1.1, which cloud-init's reader speaks, and in 1.2: every text is quoted, so that
 * none is taken for a number, a date, a truth value ("no") or a comment.
 */
export function toYaml(value: unknown): string {
  const document = new Document(value, { version: '1.1' });
  // Without the line %YAML, which older readers need not know.
  document.directives = undefined;
  return document.toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}
