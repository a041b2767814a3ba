import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { JobControl } from '../../hypervisor/jobs.ts';
import { followInstallation } from './follow.ts';
import { Installing } from './installing.ts';
import { stampOf } from './tidy.ts';

const MIB = 1024 * 1024;
/** virDomainState and its reasons, by number. */
const RUNNING = { state: 1, reason: 1 };
const SHUTDOWN = { state: 5, reason: 1 };
const DESTROYED = { state: 5, reason: 2 };

const drive = (target: string, file: string): string =>
  `<disk type='file' device='cdrom'><source file='${file}'/><target dev='${target}' bus='sata'/></disk>`;

/** What libvirt tells of the volume that was made for the first boot. */
const volumeXml = (mtime: string): string =>
  `<volume><name>answers.iso</name><capacity>9</capacity><target><path>/answers.iso</path><timestamps><mtime>${mtime}</mtime></timestamps></target></volume>`;

const MADE = stampOf({ xml: volumeXml('1.5') });

/**
 * A host with one machine that is told what happens to it: only libvirt's answers are made up, and in the order in which
 * a hypervisor gives them.
 */
class ScriptedHost {
  readonly done: string[] = [];
  readonly log: string[] = [];
  readonly remembered: Installing[] = [];
  #listeners: ((event: unknown) => void)[] = [];
  #now: { state: number; reason: number; id: number | null } = { ...RUNNING, id: 7 };
  written = 0;
  /** How often the guest still closes the tray. */
  trayCloses = 0;
  /** The call before which the machine turns itself off. */
  endsBefore: string | null = null;
  media = `<domain><devices>${drive('sda', '/win.iso')}${drive('sdb', '/virtio.iso')}</devices></domain>`;

  /** The volume of the name of that for the first boot; null: there is none. */
  volume: string | null = volumeXml('1.5');

  readonly host = {
    connected: true,
    stopped: false,
    outdated: () => {},
    onAvailability: () => () => {},
    onEvent: (listener: (event: unknown) => void) => {
      this.#listeners.push(listener);
      return () => {
        this.#listeners = this.#listeners.filter((one) => one !== listener);
      };
    },
    connection: {
      name: 'hv',
      uri: 'qemu:///system',
      agent: {},
      call: (name: string, input: unknown) => this.#call(name, input),
    },
  } as unknown as Hypervisor;

  async #call(name: string, input: unknown): Promise<unknown> {
    if (name === 'refreshDomains') {
      const facts = {
        uuid: 'u',
        name: 'win',
        persistent: true,
        autostart: false,
        managedSave: false,
        hasSnapshots: false,
      };
      return { domains: [{ ...facts, ...this.#now }], gone: [] };
    }
    // What it has shown last is not what it is any more.
    if ((name === 'domainWritten' || isLive(input)) && this.endsBefore === name) {
      this.#now = { ...SHUTDOWN, id: null };
      throw notRunning();
    }
    if (name === 'domainWritten') return this.written;
    if (name === 'domainXML') return this.media;
    if (name === 'updateDomainDevice') {
      const { xml, flags } = input as { xml: string; flags: number };
      if (flags & 1 && this.trayCloses-- > 0) throw trayIsClosed();
      this.done.push(`eject ${/dev=['"](\w+)/.exec(xml)?.[1]} ${flags & 1 ? 'live' : 'saved'}`);
      return {};
    }
    if (name === 'volumeDetails') return this.volume === null ? [] : [{ xml: this.volume }];
    if (name === 'deleteVolume') this.done.push(`delete ${(input as { volume: string }).volume}`);
    if (name === 'startDomain') this.done.push('start');
    return {};
  }

  /** Something happens, and everything that follows from it is waited for. */
  async happens(event: 'reboot' | 'lifecycle', now: object = {}, written = this.written): Promise<void> {
    this.#now = { ...this.#now, ...now };
    this.written = written;
    for (const listener of this.#listeners) listener({ kind: 'domain', uuid: 'u', event });
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  }

  follow(change: Partial<Installing>): Promise<string> {
    const installing: Installing = {
      ...{ uri: 'qemu:///system', uuid: 'u', name: 'win', finish: 'eject-media', domainId: null, reboots: 2 },
      ...{
        eject: ['sda', 'sdb'],
        volumes: [{ pool: 'p', volume: 'answers.iso', words: 'the answers', stamp: MADE }],
        since: 0,
      },
      ...change,
    };
    const say = (line: string): void => void this.log.push(line);
    const job: JobControl = {
      signal: new AbortController().signal,
      ...{ stage: say, log: say, progress: () => {}, about: () => {}, commit: () => {} },
    };
    const remember = async (one: Installing): Promise<void> => void this.remembered.push(one);
    return followInstallation(this.host, installing, job, remember).then(
      () => 'done',
      (error: unknown) => (error instanceof ApiError ? `${error.message} ${error.hint}` : String(error)),
    );
  }
}

function isLive(input: unknown): boolean {
  return ((input as { flags?: number }).flags ?? 0) % 2 === 1;
}

function notRunning(): ApiError {
  const message = 'Requested operation is not valid: domain is not running';
  return new ApiError({ kind: 'conflict', message, libvirt: { code: 55, domain: 10, message } });
}

function trayIsClosed(): ApiError {
  const message = "internal error: unable to execute QEMU command: Tray of device 'ide0-0-0' is not open";
  return new ApiError({ kind: 'libvirt', message, libvirt: { code: 1, domain: 10, message } });
}

async function following(change: Partial<Installing> = {}) {
  const script = new ScriptedHost();
  const end = script.follow(change);
  await script.happens('lifecycle');
  return { script, end };
}

describe('an installation in several phases', () => {
  it('keeps the media until the last reboot that needs them, however often the user restarts before', async () => {
    const { script, end } = await following();
    await script.happens('reboot', {}, 0);
    expect(script.log.at(-1)).toBe('win has rebooted before anything was installed');
    await script.happens('reboot', {}, 0);
    expect(script.done).toEqual([]);
    await script.happens('reboot', {}, 900 * MIB);
    expect(script.log.at(-1)).toContain('needs the media for another phase');
    expect(script.done).toEqual([]);
    expect(script.remembered.at(-1)).toMatchObject({ reboots: 1, domainId: 7 });
    await script.happens('reboot', {}, 2000 * MIB);
    expect(await end).toBe('done');
    expect(script.done).toEqual([
      'eject sda saved',
      'eject sdb saved',
      'eject sda live',
      'eject sdb live',
      'delete answers.iso',
    ]);
  });

  it('goes on where it was when Virtdeck was closed after the first reboot', async () => {
    const { script, end } = await following({ reboots: 1, domainId: 7 });
    expect(script.done).toEqual([]);
    await script.happens('reboot', {}, 2000 * MIB);
    expect(await end).toBe('done');
  });

  it('does not take a shutdown by the user in the first phase for the end', async () => {
    const { script, end } = await following();
    await script.happens('lifecycle', { ...SHUTDOWN, id: null });
    expect(await end).toBe(
      'win was shut down before its installer had finished: whether its system was installed completely is not known. Start it to see: it boots from its disk. To start over, see that the installation medium is in its drive.',
    );
    expect(script.done).toEqual(['delete answers.iso']);
  });

  it('takes the machine turning itself off in the last phase for the end', async () => {
    const { script, end } = await following({ reboots: 1 });
    await script.happens('lifecycle', { ...SHUTDOWN, id: null });
    expect(await end).toBe('done');
    expect(script.done).toEqual(['delete answers.iso', 'eject sda saved', 'eject sdb saved']);
    expect(script.log.join('\n')).toContain('unless you have shut it down');
  });

  it('says that it was forced off, and does not start it', async () => {
    const { script, end } = await following({ finish: 'two-phase', eject: [] });
    await script.happens('lifecycle', { ...DESTROYED, id: null });
    expect(await end).toContain('win was forced off before its installer had finished');
    expect(script.done).toEqual(['delete answers.iso']);
  });

  it('starts two phases anew from the disk, and explains that a shutdown looks the same', async () => {
    const { script, end } = await following({ finish: 'two-phase', eject: [] });
    await script.happens('lifecycle', { ...SHUTDOWN, id: null });
    expect(await end).toBe('done');
    expect(script.done).toEqual(['delete answers.iso', 'start']);
    expect(script.log.join('\n')).toContain(
      'If you have shut it down yourself, its installation may not be complete.',
    );
  });

  it('leaves a machine that somebody has started anew alone', async () => {
    const { script, end } = await following();
    await script.happens('lifecycle', { ...RUNNING, id: 8 });
    expect(await end).toBe('done');
    expect(script.done).toEqual(['delete answers.iso']);
  });

  it('insists on a medium whose tray the guest closes just then', async () => {
    const { script, end } = await following({ reboots: 1 });
    script.trayCloses = 1;
    await script.happens('reboot', {}, 2000 * MIB);
    expect(await end).toBe('done');
    expect(script.done.slice(-3)).toEqual(['eject sda live', 'eject sdb live', 'delete answers.iso']);
  });
});

describe('a machine that turns itself off just after it has rebooted', () => {
  it.each(['domainWritten', 'updateDomainDevice'])('has finished, also before %s', async (call) => {
    const { script, end } = await following({ reboots: 1 });
    script.endsBefore = call;
    await script.happens('reboot', {}, 2000 * MIB);
    expect(await end).toBe('done');
    expect(script.done).toEqual(expect.arrayContaining(['eject sda saved', 'eject sdb saved']));
    expect(script.done).toContain('delete answers.iso');
  });
});

describe('what was made for the first boot', () => {
  const gone = async (change: Partial<Installing>, volume: string | null): Promise<ScriptedHost> => {
    const script = new ScriptedHost();
    script.volume = volume;
    const end = script.follow(change);
    await script.happens('lifecycle', { ...RUNNING, id: 8 });
    expect(await end).toBe('done');
    return script;
  };

  it('stays when another volume has its name by now', async () => {
    const script = await gone({ domainId: 7 }, volumeXml('2.0'));
    expect(script.done).toEqual([]);
    expect(script.log.at(-1)).toContain('Volume answers.iso of pool p stays');
  });

  it('stays when an earlier version has not kept how it looked', async () => {
    const volumes = [{ pool: 'p', volume: 'answers.iso', words: 'the answers' }];
    const kept = Installing.shape.volumes.parse(volumes);
    const script = await gone({ domainId: 7, volumes: kept }, volumeXml('1.5'));
    expect(script.done).toEqual([]);
  });

  it('may be gone already', async () => {
    const script = await gone({ domainId: 7 }, null);
    expect(script.done).toEqual([]);
    expect(script.log.join()).not.toContain('stays');
  });
});
