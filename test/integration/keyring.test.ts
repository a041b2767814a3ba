import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const PROGRAMS = ['/usr/bin/dbus-run-session', '/usr/bin/gnome-keyring-daemon'];
const missing = PROGRAMS.filter((path) => !existsSync(path));
if (missing.length > 0 && process.env.CI) throw new Error(`${missing.join(', ')} are needed`);
if (missing.length > 0) console.warn(`SKIPPED: the keyring: ${missing.join(', ')} are not installed`);

const script = fileURLToPath(new URL('./helpers/keyring.ts', import.meta.url));
const PLACE = 'qemu+tcp://host/system';

interface Answer {
  readonly verb: string;
  readonly result: unknown;
  readonly problem: string | null;
  readonly problems: readonly string[];
}

/** A desktop of its own: a home folder and, for the time of each call, a session with or without keyring. */
class Desktop {
  readonly home = mkdtempSync(join(tmpdir(), 'virtdeck-keyring-'));

  /** @param unlock the keyring's password; null: it stays locked; undefined: there is no Secret Service at all */
  async use(unlock: string | null | undefined, ...actions: string[]): Promise<Answer[]> {
    const { PATH } = process.env;
    const env = { PATH, HOME: this.home, XDG_RUNTIME_DIR: this.home, UNLOCK: unlock ?? '', GCR_PROMPT: '' };
    const program = ['npx', 'tsx', script, ...actions].map((word) => `'${word}'`).join(' ');
    const daemon =
      unlock === null
        ? 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1'
        : 'printf %s "$UNLOCK" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1';
    const [command = '', ...args] =
      unlock === undefined
        ? ['sh', '-c', `exec ${program}`]
        : ['dbus-run-session', '--', 'sh', '-c', `${daemon}; ${program}`];
    const { stdout } = await promisify(execFile)(command, args, { env, timeout: 50_000 });
    return stdout
      .trim()
      .split('\n')
      .map((line): Answer => JSON.parse(line));
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

describe.skipIf(missing.length > 0)('the desktop’s keyring', () => {
  const desktop = new Desktop();
  afterAll(() => desktop.remove());

  it('keeps secrets by connection and purpose', async () => {
    const answers = await desktop.use(
      'open',
      'list',
      `set|${PLACE} Password|marker`,
      `set|${PLACE} User name|me`,
      'list',
      `get|${PLACE} Password`,
    );
    expect(answers.map((one) => one.result)).toEqual([
      [],
      null,
      null,
      [`${PLACE} Password`, `${PLACE} User name`],
      'marker',
    ]);
    expect(answers.every((one) => one.problem === null)).toBe(true);
  });

  it('has them the next time, and forgets them', async () => {
    const answers = await desktop.use(
      'open',
      `get|${PLACE} Password`,
      `delete|${PLACE} Password`,
      `get|${PLACE} Password`,
      'list',
      `delete|${PLACE} Password`,
    );
    expect(answers.map((one) => one.result)).toEqual(['marker', true, null, [`${PLACE} User name`], false]);
  });

  it('locked: asks anew, keeps things until the end, and says so', async () => {
    const answers = await desktop.use(
      null,
      'list',
      `get|${PLACE} User name`,
      `set|${PLACE} Password|typed`,
      `get|${PLACE} Password`,
      'list',
    );
    expect(answers.map((one) => one.result)).toEqual([[], null, null, 'typed', [`${PLACE} Password`]]);
    expect(answers.at(-1)?.problem).toMatch(/locked.*until Virtdeck is closed/);
    expect(answers.at(-1)?.problems).toHaveLength(1);
    // What was kept before is still there.
    const [later] = await desktop.use('open', `get|${PLACE} User name`);
    expect(later?.result).toBe('me');
  });

  it('absent: keeps things until the end, and says so', async () => {
    const answers = await desktop.use(undefined, `set|${PLACE} Password|typed`, `get|${PLACE} Password`);
    expect(answers[1]).toMatchObject({
      result: 'typed',
      problem: expect.stringContaining('until Virtdeck is closed'),
    });
  });
});
