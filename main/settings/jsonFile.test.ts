import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { JsonFile, writeAtomically } from './jsonFile.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-json-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('leaves the old file and nothing else when there is no room for the new one', async () => {
  const path = join(folder, 'a.json');
  writeFileSync(path, 'old');
  // Where it writes first, a device that is always full.
  symlinkSync('/dev/full', `${path}.${process.pid}.new`);
  await expect(writeAtomically(path, 'new')).rejects.toThrow(/ENOSPC/);
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(readFileSync(path, 'utf8')).toBe('old');
  await writeAtomically(path, 'new');
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(readFileSync(path, 'utf8')).toBe('new');
});

it('writes what is set at the very moment at which it has written', async () => {
  const place = mkdtempSync(join(folder, 'moment-'));
  const path = join(place, 'a/list.json');
  let written: Promise<void> | undefined;
  const file: JsonFile<number[]> = new JsonFile({
    path,
    schema: z.array(z.number()),
    fallback: () => [],
    onProblem: () => {
      rmSync(join(place, 'a'), { force: true });
      queueMicrotask(() => {
        written ??= file.set([2]);
      });
    },
  });
  writeFileSync(join(place, 'a'), 'no folder');
  await file.set([1]);
  await written;
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([2]);
});

describe('a file that is not what it should be', () => {
  const problems: string[] = [];
  const names = (place: string) => readdirSync(place).toSorted();
  const openIn = (place: string) =>
    new JsonFile({
      path: join(place, 'list.json'),
      schema: z.array(z.number()),
      fallback: () => [],
      salvage: (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'number') : null),
      onProblem: (message) => problems.push(message),
    });

  it.each(['[1, 2', 'nonsense', '', 'null', '{"a": 1}'])('keeps %j aside, once', async (content) => {
    const place = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(place, 'list.json'), content);
    problems.length = 0;
    expect(openIn(place).value).toEqual([]);
    expect(problems).toEqual([expect.stringContaining('is damaged. Defaults are used')]);
    const [aside = ''] = names(place);
    expect(readFileSync(join(place, aside), 'utf8')).toBe(content);
    expect(openIn(place).value).toEqual([]);
    expect(names(place)).toEqual([aside]);
    expect(problems).toHaveLength(1);
  });

  it('goes on with what could be read, at the next start too', async () => {
    const place = mkdtempSync(join(folder, 'partly-'));
    writeFileSync(join(place, 'list.json'), '[1, "two", 3]');
    problems.length = 0;
    const file = openIn(place);
    await file.flush();
    expect([file.value, openIn(place).value]).toEqual([
      [1, 3],
      [1, 3],
    ]);
    expect(problems).toEqual([expect.stringContaining('What could be read of it is used')]);
    expect(names(place)).toHaveLength(2);
  });

  it.each(['a folder', 'what cannot be read'])('never writes over %s', async (what) => {
    const place = mkdtempSync(join(folder, 'unread-'));
    if (what === 'a folder') mkdirSync(join(place, 'list.json'));
    else symlinkSync('list.json', join(place, 'list.json'));
    problems.length = 0;
    const file = openIn(place);
    expect(problems).toEqual([expect.stringContaining('cannot be read')]);
    expect(names(place)).toEqual(['list.json']);
    await file.set([7]);
    expect(openIn(place).value).toEqual([7]);
    const aside = names(place).find((name) => name.startsWith('list.json.unread-')) ?? '';
    if (what === 'a folder') expect(readdirSync(join(place, aside))).toEqual([]);
    else expect(readlinkSync(join(place, aside))).toBe('list.json');
    expect(problems).toHaveLength(1);
  });
});
