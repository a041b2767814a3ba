import { describe, expect, it } from 'vitest';
import { testDriverDocuments } from './model-sources.ts';
import { misread } from './model-tools.ts';

describe('what the test driver gives out', () => {
  it('comes back byte for byte and is understood completely', async () => {
    const documents = await testDriverDocuments();
    expect(documents.length).toBeGreaterThanOrEqual(10);
    expect(documents.map(({ source, xml }) => [source, misread(xml)])).toEqual(
      documents.map(({ source }) => [source, []]),
    );
  });
});
