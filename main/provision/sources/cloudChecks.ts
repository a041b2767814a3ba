import { LineCounter, parseDocument } from 'yaml';
import { type ApiError, apiError } from '../../../contract/index.ts';

export function invalid(message: string, hint?: string): ApiError {
  return apiError('invalid', message, hint);
}

/** What user-data may begin with (https://cloudinit.readthedocs.io/en/latest/explanation/format.html). */
const HEADERS =
  /^(#cloud-config\b|#cloud-config-archive\b|#cloud-config-jsonp\b|#!|#include\b|#include-once\b|#cloud-boothook\b|#part-handler\b|## template: *jinja|Content-Type: *multipart\/|MIME-Version:|From )/i;

/** What is wrong with documents that a user wrote: what cloud-init could not read, and what it would pass over. */
export interface Findings {
  /** Null: cloud-init can read them. */
  readonly problem: string | null;
  readonly warnings: readonly string[];
}

/** Looks at user-data as cloud-init does. */
export function checkUserData(text: string): Findings {
  if (text.trim() === '') {
    return { problem: null, warnings: ['user-data is empty: the guest is told nothing but its name.'] };
  }
  const [first = ''] = text.split('\n', 1);
  if (!HEADERS.test(first)) {
    const words = `user-data begins with ${JSON.stringify(first.slice(0, 60))}: cloud-init does nothing with it. The first line has to be #cloud-config, or #! for a script.`;
    return { problem: null, warnings: [words] };
  }
  if (/^#cloud-config\s*$/i.test(first)) return checkYaml('user-data', text);
  if (/^#cloud-config\b(?!-)/i.test(first)) {
    const words =
      'Something follows #cloud-config in the first line: older cloud-init then does nothing with user-data.';
    return { problem: null, warnings: [words] };
  }
  return { problem: null, warnings: [] };
}

/** Looks at meta-data or network-config; empty ones are left out and right. */
export function checkYaml(name: string, text: string): Findings {
  if (text.trim() === '') return { problem: null, warnings: [] };
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.1', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    const [words = ''] = error.message.split('\n', 1);
    return {
      problem: `${name} cannot be read as YAML, line ${line}: ${words}.`.replace('..', '.'),
      warnings: [],
    };
  }
  return { problem: notMapping(name, () => document.toJS()), warnings: [] };
}

function notMapping(name: string, read: () => unknown): string | null {
  try {
    const value = read();
    if (value === null || value === undefined) return null;
    if (typeof value === 'object' && !Array.isArray(value)) return null;
    return `${name} has no settings: it should be lines such as “hostname: web1”.`;
  } catch (error) {
    // References that grow without end.
    return `${name} cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
