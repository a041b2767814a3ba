import { DOMParser } from '@xmldom/xmldom';
import type { XmlParser } from '../dom.ts';

function keep(text: string): string {
  return text;
}

function stop(_level: string, message: string): void {
  // U+FFFD is an ordinary character; xmldom warns of it because it often comes from a wrong encoding.
  if (message.startsWith('Unicode replacement character')) return;
  throw new Error(message);
}

/**
 * xmldom, set to accept only well-formed XML 1.0: anything it reports is an error, and its line ends of
 * XML 1.1 are off (`parseDocument` has normalised those of XML 1.0).
 */
export const xmldomParser: XmlParser = new DOMParser({
  locator: false,
  normalizeLineEndings: keep,
  onError: stop,
});
