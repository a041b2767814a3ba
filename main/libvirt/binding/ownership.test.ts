import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { handleKinds } from '../generated/layouts.ts';
import { functions } from './functions.ts';
import { ownership } from './ownership.ts';
import { planFor } from './plan.ts';

const entryOf = (name: string) => ownership[name] ?? {};
const all = [...functions.values()];

describe('the ownership table', () => {
  it('names functions and arguments that exist', () => {
    const unknown: string[] = [];
    for (const [name, entry] of Object.entries(ownership)) {
      const args = functions.get(name)?.args.map(([arg]) => arg);
      if (!args) unknown.push(name);
      if (typeof entry === 'string') continue;
      for (const [arg, role] of Object.entries(entry.roles ?? {})) {
        const other = / (\w+)$/.exec(role)?.[1];
        if (!args?.includes(arg) || (other && !args.includes(other))) unknown.push(`${name}: ${arg} ${role}`);
      }
      for (const arg of entry.nullable ?? []) if (!args?.includes(arg)) unknown.push(`${name}: ${arg}`);
    }
    expect(unknown).toEqual([]);
  });

  it('decides every function: each can be called by its description, by hand, or only raw', () => {
    const callable = all.filter((f) => typeof entryOf(f.name) === 'object');
    const handles = new Set<string>(handleKinds.map((kind) => `${kind}Ptr`));
    expect(callable.filter((f) => !handles.has(f.args[0]?.[1] ?? ''))).toEqual([]);
    for (const f of callable) expect(() => planFor(f.name), f.name).not.toThrow();
  });

  it('says by hand only of functions that the typed layer calls', () => {
    const folder = fileURLToPath(new URL('../typed', import.meta.url));
    const source = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n')
      .concat(readFileSync(new URL('./stats.ts', import.meta.url), 'utf8'));
    const called = (name: string) => new RegExp(`native\\.${name}\\(|release\\('${name}'`).test(source);
    const byHand = all.filter((f) => entryOf(f.name) === 'manual' && f.name !== 'virGetVersion');
    expect(byHand.filter((f) => !called(f.name)).map((f) => f.name)).toEqual([]);
  });
});
