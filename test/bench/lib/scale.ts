import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeScaleHost } from '../../hosts/scale.ts';

/** Gives `use` the URI of a test-driver host with so many domains, half of them running. */
export async function withScaleHost<T>(domains: number, use: (uri: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-scale-'));
  try {
    return await use(writeScaleHost(join(folder, `host-${domains}.xml`), { domains }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Numbers of domains from the command line, or these. */
export function sizes(args: readonly string[], usual: readonly number[]): number[] {
  const given = args.map(Number).filter((n) => Number.isInteger(n) && n > 0);
  return given.length > 0 ? given : [...usual];
}
