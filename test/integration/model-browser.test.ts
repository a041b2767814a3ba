import fc from 'fast-check';
import { type Browser, chromium, type Page as Tab } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyDocument, tidyDocument } from '../fixtures/xml-documents.ts';
import type { Page } from './model-browser-page.ts';
import { sampleDocuments, sampleDomains } from './model-samples.ts';
import { readWith, workWith } from './model-subject.ts';
import { output } from './model-tools.ts';

const MALFORMED = [
  '<a>',
  '<a></b>',
  '<a b=1/>',
  '<a b="1"c="2"/>',
  '<a b="1" b="2"/>',
  '<a b="<"/>',
  '<1a/>',
  '<x:a/>',
  '<a x:b=""/>',
  '<a xmlns:x="u" xmlns:y="u" x:b="" y:b=""/>',
  '<a xmlns:x=""/>',
  '<a>&nbsp;</a>',
  '<a>&#1;</a>',
  '<a>\u0001</a>',
  '<a>]]></a>',
  '<a><!-- -- --></a>',
  '<a/><b/>',
  '<a/>text',
  '',
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  '<a><parsererror xmlns="http://www.w3.org/1999/xhtml">no error</parsererror></a>',
  `<a>${'x'.repeat(300_000)}</a>`,
  '<a>'.repeat(256) + '</a>'.repeat(256),
  '<a>'.repeat(257) + '</a>'.repeat(257),
];

/** The bundle that the page runs: the same code as here, with the browser's parser. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: new URL('./model-browser-page.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'bundle',
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('nothing was bundled');
  return first.output[0].code;
}

describe("the browser's parser", () => {
  let browser: Browser;
  let tab: Tab;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    tab = await browser.newPage();
    await tab.addScriptTag({ content: await bundle() });
  });

  afterAll(() => browser?.close());

  function readInBrowser(documents: readonly string[]) {
    return tab.evaluate((xmls) => (globalThis as unknown as { page: Page }).page.read(xmls), documents);
  }

  async function expectSame(documents: readonly string[]): Promise<void> {
    const there = await readInBrowser(documents);
    documents.forEach((xml, index) => {
      expect(there[index], xml.slice(0, 2000)).toEqual(readWith(xml, undefined));
    });
  }

  it('reads, writes and edits any document just as the other one', async () => {
    await expectSame(fc.sample(anyDocument, 600));
    await expectSame(fc.sample(tidyDocument, 200));
  });

  it('gives them back as they were', async () => {
    const documents = fc.sample(anyDocument, 300);
    const there = await readInBrowser(documents);
    expect(there.map((one) => one.written)).toEqual(documents);
    expect(there.map((one) => one.restored)).toEqual(documents);
  });

  it('refuses the same', async () => {
    await expectSame(MALFORMED);
  });

  it("does the same with libvirt's documents and with ours", async () => {
    const real = await Promise.all(
      [
        'dumpxml test',
        'net-dumpxml default',
        'pool-dumpxml default-pool',
        'capabilities',
        'nodedev-dumpxml computer',
      ].map((command) => output('virsh', ['-q', '-c', 'test:///default', ...command.split(' ')])),
    );
    const ours = [...sampleDomains().values(), ...sampleDocuments().map(([, node]) => node)].map((node) =>
      node.toXml(),
    );
    await expectSame([...real, ...ours]);
  });

  it('carries accessors, builders and comparison', async () => {
    const there = await tab.evaluate(() => (globalThis as unknown as { page: Page }).page.work());
    expect(there).toEqual(workWith(undefined));
    expect(there.changes).toContain('disk vda: cache not set -> none');
  });
});
