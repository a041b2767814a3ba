import { readFile } from 'node:fs/promises';
import { testDriverDocuments, virtInstallDocuments } from './model-sources.ts';
import { misread } from './model-tools.ts';

/**
 * Reports the elements and attributes that no accessor reaches, one JSON object per line and the count at the end:
 * `npx tsx test/integration/model-report.ts [FILE...]`. Without files: what the test driver and virt-install give out.
 */
async function main(files: readonly string[]): Promise<number> {
  const documents =
    files.length > 0
      ? await Promise.all(files.map(async (file) => ({ source: file, xml: await readFile(file, 'utf8') })))
      : [...(await testDriverDocuments()), ...(await virtInstallDocuments())];
  let count = 0;
  for (const { source, xml } of documents) {
    const missing = misread(xml);
    count += missing.length;
    if (missing.length > 0) process.stdout.write(`${JSON.stringify({ source, missing })}\n`);
  }
  process.stdout.write(`${JSON.stringify({ documents: documents.length, notCovered: count })}\n`);
  return count === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
