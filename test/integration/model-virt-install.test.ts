import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Domain } from '../../model/index.ts';
import { inTurn, misread, output } from './model-tools.ts';
import { COMBINATIONS, pretendedHost } from './model-virt-install.ts';

/** virt-install prints the definition for the installation and, if it is another, the one for later. */
function documentsIn(printed: string): string[] {
  return printed
    .split(/(?<=<\/domain>\n)/)
    .map((xml) => xml.trimStart())
    .filter((xml) => xml !== '');
}

describe('what virt-install prints', () => {
  let folder: string;
  const printed = new Map<string, string[]>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'virtdeck-model-'));
    const hosts = new Map<string, string>();
    for (const arch of new Set(COMBINATIONS.map((one) => one.arch))) {
      hosts.set(arch, await pretendedHost(folder, arch));
    }
    await inTurn(COMBINATIONS, 3, async ({ title, arch, args }) => {
      const xml = await output('virt-install', ['--connect', hosts.get(arch) ?? '', ...args]);
      printed.set(title, documentsIn(xml));
    });
  }, 300_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is at least 60 different combinations', () => {
    expect(printed.size).toBeGreaterThanOrEqual(60);
    expect(new Set([...printed.values()].map((documents) => documents[0])).size).toBe(printed.size);
  });

  it.each(COMBINATIONS.map((one) => one.title))(
    'comes back unchanged and is understood completely: %s',
    (title) => {
      const documents = printed.get(title) ?? [];
      expect(documents.length).toBeGreaterThan(0);
      for (const xml of documents) {
        expect(misread(xml)).toEqual([]);
        expect(Domain.parse(xml).name).toBe('machine');
      }
    },
  );
});
