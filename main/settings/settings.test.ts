import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DefinitionHistory } from './history.ts';
import { SettingsStore } from './store.ts';

let folder = '';
let problems: string[] = [];
const open = () => new SettingsStore(folder, (problem) => problems.push(problem));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-settings-'));
  problems = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('SettingsStore', () => {
  it('starts with defaults and says nothing when there are no files', () => {
    expect(open().settings.theme).toBe('system');
    expect(open().connections).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('keeps what was saved, in files that only the owner can read', async () => {
    const store = open();
    await store.setSettings({ ...store.settings, theme: 'dark' });
    await store.changeUiState({ width: 200, columns: ['name'] });
    await store.changeUiState({ columns: ['name', 'cpu'] });
    const settings = {
      uri: 'test:///default',
      name: '',
      readOnly: false,
      autoConnect: true,
      production: false,
    };
    await store.setConnections([{ id: 'a', settings }]);
    const again = open();
    expect(again.settings.theme).toBe('dark');
    expect(again.uiState).toEqual({ width: 200, columns: ['name', 'cpu'] });
    expect(again.connections).toEqual([{ id: 'a', settings }]);
    expect(statSync(join(folder, 'connections.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('writes the newest of many values at once', async () => {
    const store = open();
    for (let interval = 1; interval <= 50; interval++) {
      void store.setSettings({ ...store.settings, statsInterval: interval });
    }
    await store.flush();
    expect(open().settings.statsInterval).toBe(50);
  });

  it('keeps a truncated file aside, tells, and goes on with defaults', () => {
    writeFileSync(join(folder, 'settings.json'), '{"theme": "da');
    expect(open().settings.theme).toBe('system');
    expect(problems[0]).toContain('settings.json is damaged');
    const aside = readdirSync(folder).find((name) => name.includes('.damaged-'));
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe('{"theme": "da');
  });

  it('saves the good parts of a file with wrong ones', () => {
    writeFileSync(join(folder, 'settings.json'), '{"theme": "dark", "statsInterval": "often"}');
    const good = { id: 'ok', settings: { uri: 'qemu:///system' } };
    writeFileSync(
      join(folder, 'connections.json'),
      JSON.stringify({ version: 1, connections: [good, { id: 7 }, null] }),
    );
    const store = open();
    expect(store.settings).toMatchObject({ theme: 'dark', statsInterval: 3 });
    expect(store.connections.map((one) => one.id)).toEqual(['ok']);
    expect(problems).toHaveLength(2);
  });

  it('tells when it cannot write, and keeps the value for this run', async () => {
    writeFileSync(join(folder, 'file'), '');
    const store = new SettingsStore(join(folder, 'file', 'sub'), (problem) => problems.push(problem));
    await store.setSettings({ ...store.settings, theme: 'light' });
    expect(store.settings.theme).toBe('light');
    expect(problems.some((problem) => problem.includes('cannot be written'))).toBe(true);
  });
});

describe('DefinitionHistory', () => {
  const entry = { cause: 'Deleted', uri: 'test:///default', uuid: '0-1', name: 'vm', xml: '<domain/>' };

  it('lists the newest first, by connection and domain, and forgets the oldest', async () => {
    const history = new DefinitionHistory(folder);
    for (let time = 1; time <= 103; time++) await history.keep({ ...entry, time });
    await history.keep({ ...entry, time: 5, uuid: '0-2' });
    const times = (await history.list(entry.uri, entry.uuid)).map((one) => one.time);
    expect(times[0]).toBe(103);
    expect(times).toHaveLength(100);
    expect(await history.list('test:///other', entry.uuid)).toEqual([]);
  });

  it('cannot be led out of its folder by a strange uuid', async () => {
    const history = new DefinitionHistory(folder);
    await history.keep({ ...entry, time: 1, uuid: '../../../outside' });
    expect(readdirSync(folder)).toEqual(['definitions']);
    expect(await history.list(entry.uri, '../../../outside')).toHaveLength(1);
  });
});
