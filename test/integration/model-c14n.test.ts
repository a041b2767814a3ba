import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, serialize } from '../../model/index.ts';
import { anyDocument } from '../fixtures/xml-documents.ts';
import { output, withFolder } from './model-tools.ts';

/** The canonical form, with comments, as libxml2 makes it. */
async function canonical(folder: string, xml: string): Promise<string> {
  const file = join(folder, 'document.xml');
  await writeFile(file, xml);
  return output('xmllint', ['--c14n', file]);
}

/** Line ends of every kind, also where XML leaves them to the writer. */
const WITH_CARRIAGE_RETURNS = [
  `<?xml version="1.0"?>\r\n<!-- a\r\nb -->\r\n<a\r\n b='x\r\ny'\r\n>\r\n t\r<![CDATA[\r\n]]><?p a\r\nb?>&#13;</a>\r\n`,
  `<a b='&#13;&#10;&#9;&#x20;'>&#13;\n&#xD;</a>`,
  `\ufeff<a/>`,
];

describe('the canonical form', () => {
  it.each([
    ['the default parser', undefined],
    ['xmldom', new DOMParser({ onError: () => {} })],
  ])('is the same before and after, with %s', async (_name, parser) => {
    const documents = [...WITH_CARRIAGE_RETURNS, ...fc.sample(anyDocument, 25)];
    await withFolder(async (folder) => {
      for (const xml of documents) {
        const written = serialize(parseDocument(xml, parser ? { parser } : {}));
        expect(await canonical(folder, written), xml).toBe(await canonical(folder, xml));
      }
    });
  });
});
