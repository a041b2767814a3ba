import { beforeAll, describe, expect, it } from 'vitest';
import { Domain } from '../../model/index.ts';
import { type SourceDocument, virtInstallDocuments } from './model-sources.ts';
import { misread } from './model-tools.ts';
import { COMBINATIONS } from './model-virt-install.ts';

describe('what virt-install prints', () => {
  let documents: SourceDocument[] = [];

  beforeAll(async () => {
    documents = await virtInstallDocuments();
  }, 300_000);

  it('is at least 60 different combinations', () => {
    expect(new Set(documents.map((one) => one.xml)).size).toBeGreaterThanOrEqual(60);
    expect(new Set(documents.map((one) => one.source)).size).toBe(COMBINATIONS.length);
  });

  it.each(COMBINATIONS.map((one) => one.title))(
    'comes back unchanged and is understood completely: %s',
    (title) => {
      const printed = documents.filter((one) => one.source === title);
      expect(printed.length).toBeGreaterThan(0);
      for (const { xml } of printed) {
        expect(misread(xml)).toEqual([]);
        expect(Domain.parse(xml).name).toBe('machine');
      }
    },
  );
});
