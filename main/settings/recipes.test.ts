import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Recipes } from './recipes.ts';

let folder = '';
const problems: string[] = [];
const open = () => new Recipes(folder, (message) => problems.push(message));
const recipe = (name: string, answers: Record<string, unknown> = {}) => ({
  name,
  answers,
  method: 'cloud',
  time: 1,
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-recipes-'));
  problems.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('Recipes', () => {
  it('keeps, replaces and removes by name', async () => {
    const recipes = open();
    await recipes.save(recipe('web', { vcpus: 2 }));
    await recipes.save(recipe('db'));
    await recipes.save(recipe('web', { vcpus: 4 }));
    expect(open().list.map(({ name, answers }) => [name, answers])).toEqual([
      ['db', {}],
      ['web', { vcpus: 4 }],
    ]);
    await recipes.remove('web');
    expect(open().list.map(({ name }) => name)).toEqual(['db']);
  });

  it('writes no secret, and only for its owner', async () => {
    const recipes = open();
    await recipes.save(
      recipe('web', {
        cloud: { users: [{ name: 'ada', password: 'hunter2' }] },
        unattended: { adminPassword: 'hunter3', productKey: 'AAAAA' },
      }),
    );
    const path = join(folder, 'recipes.json');
    expect(readFileSync(path, 'utf8')).not.toMatch(/hunter|AAAAA/);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(recipes.list[0]?.answers).toMatchObject({ cloud: { users: [{ name: 'ada', password: '' }] } });
  });

  it('saves what can be read of a damaged file', () => {
    writeFileSync(
      join(folder, 'recipes.json'),
      JSON.stringify({ version: 1, recipes: [{ name: 3 }, recipe('good')] }),
    );
    expect(open().list.map(({ name }) => name)).toEqual(['good']);
    expect(problems.join()).toContain('damaged');
  });

  it('refuses what is too large', async () => {
    await expect(open().save(recipe('big', { text: 'x'.repeat(3 * 1024 * 1024) }))).rejects.toThrow(
      /too large/,
    );
  });
});
