import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Writes one figure: one JSON object on a line of standard output. */
export type Emit = (figure: Record<string, string | number | boolean | null>) => void;

/** Default export of each file beside this one: measures and emits. */
export type Bench = (emit: Emit, args: readonly string[]) => Promise<void>;

const folder = new URL('./', import.meta.url);
const names = readdirSync(folder)
  .map((file) => /^([a-z-]+)\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined && name !== 'run')
  .sort();

const emit: Emit = (figure) => process.stdout.write(`${JSON.stringify(figure)}\n`);

/** `npm run -s bench -- NAME [args]`; without a name it lists what there is. */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || !names.includes(name)) {
    process.stderr.write(`usage: npm run -s bench -- NAME [args]\nNAME: ${names.join(', ')}\n`);
    return 2;
  }
  const { default: bench }: { default: Bench } = await import(new URL(`${name}.ts`, folder).href);
  await bench(emit, args);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // What is measured may leave handles open: the figures are out, so it ends here.
  process.exit(await main(process.argv.slice(2)));
}
