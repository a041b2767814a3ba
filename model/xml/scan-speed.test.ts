import { describe, expect, it } from 'vitest';
import { XmlError } from '../errors.ts';
import { parseDocument } from '../index.ts';

/** Inputs made to take a careless reader minutes. */
const HOSTILE: [string, string][] = [
  ['many opening tags', '<a>'.repeat(200_000)],
  ['many open brackets', '<'.repeat(500_000)],
  ['many unclosed comments', `<a>${'<!--'.repeat(200_000)}`],
  ['many ampersands', `<a>${'&'.repeat(500_000)}</a>`],
  ['a tag of many attributes', `<a ${Array.from({ length: 20_000 }, (_, i) => `a${i}='1'`).join(' ')}/>`],
  ['a long comment', `<a><!--${'- '.repeat(1_000_000)}--></a>`],
  ['a long CDATA section', `<a><![CDATA[${'] '.repeat(1_000_000)}]]></a>`],
  ['a long instruction', `<a><?p ${'? '.repeat(1_000_000)}?></a>`],
  ['many comments', `<a>${'<!--x-->'.repeat(50_000)}</a>`],
  ['many references', `<a>${'&lt;'.repeat(500_000)}</a>`],
  ['one long line of elements', `<a>${"<b c='d'/>".repeat(100_000)}</a>`],
  [
    'many namespaces',
    `${Array.from({ length: 250 }, (_, i) => `<a xmlns:n${i}='u${i}'>`).join('')}${'</a>'.repeat(250)}`,
  ],
];

describe('hostile input', () => {
  it.each(HOSTILE)('%s is read or refused in seconds', { retry: 2 }, (_name, xml) => {
    const start = performance.now();
    try {
      parseDocument(xml);
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
