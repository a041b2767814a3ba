import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiError } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { JobControl } from '../../hypervisor/jobs.ts';
import { Leftovers } from '../make/leftovers.ts';
import type { UploadSource } from './source.ts';
import { Upload } from './upload.ts';

const SIZE = 4096;
const PART = 'disc.iso.01234567.part';

/** A host far away with one pool, of which only what libvirt answers is made up; its line breaks at one call. */
class FarHost {
  readonly volumes = new Map<string, number>();
  readonly deleted: string[] = [];
  readonly #breaks: string;
  readonly #meanwhile: (host: FarHost) => void;
  #broken = false;
  #agent = {};

  constructor(breaks: string, meanwhile: (host: FarHost) => void) {
    this.#breaks = breaks;
    this.#meanwhile = meanwhile;
  }

  readonly host: Hypervisor = this.#make();

  #make(): Hypervisor {
    const agent = () => this.#agent;
    const connection = {
      name: 'far',
      uri: 'qemu+tls://far/system',
      host: { driver: 'QEMU' },
      get agent() {
        return agent();
      },
      session: () => Promise.resolve(null),
      call: (name: string, input: { volume?: string; volumes?: string[] }) => this.#call(name, input),
    };
    return {
      connected: true,
      stopped: false,
      onAvailability: () => () => {},
      connection,
    } as unknown as Hypervisor;
  }

  async #call(
    name: string,
    { volume = '', volumes: [wanted = ''] = [] }: { volume?: string; volumes?: string[] },
  ) {
    if (name === this.#breaks && !this.#broken) {
      this.#broken = true;
      this.#agent = {};
      this.#meanwhile(this);
      throw apiError('unavailable', 'The line broke.');
    }
    if (name === 'volumeSizes') {
      const capacity = this.volumes.get(volume);
      return capacity === undefined ? null : { capacity, allocation: capacity };
    }
    if (name === 'volumeDetails') {
      const xml = `<volume type='file'><name>${wanted}</name><target><path>/pool/${wanted}</path></target></volume>`;
      return this.volumes.has(wanted) ? [{ pool: 'p', name: wanted, key: wanted, xml }] : [];
    }
    if (name === 'volumeDigest') return 'same';
    if (name === 'createVolume') this.volumes.set(PART, SIZE);
    if (name === 'cloneVolume') this.volumes.set('disc.iso', SIZE);
    if (name === 'deleteVolume') {
      this.volumes.delete(volume);
      this.deleted.push(volume);
    }
    return null;
  }
}

const source: UploadSource = {
  size: SIZE,
  send: () => Promise.resolve(SIZE),
  digest: () => Promise.resolve('same'),
  close: () => {},
};

const nobody: JobControl = {
  signal: new AbortController().signal,
  stage: () => {},
  progress: () => {},
  log: () => {},
  about: () => {},
  commit: () => {},
};

describe('giving an upload its name over a line that breaks', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'upload-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (far: FarHost): Promise<void> => {
    const leftovers = new Leftovers(folder);
    const plan = { host: far.host, pool: 'p', volume: 'disc.iso', temporary: PART, source, leftovers };
    return new Upload(plan).run(nobody);
  };

  it('leaves alone what somebody else has put there meanwhile', async () => {
    const far = new FarHost('cloneVolume', ({ volumes }) => volumes.set('disc.iso', 1));
    await expect(run(far)).rejects.toMatchObject({ kind: 'exists' });
    expect(far.deleted).toEqual([PART]);
    expect(far.volumes.get('disc.iso')).toBe(1);
  });

  it('makes a copy anew that was half done', async () => {
    const far = new FarHost('cloneVolume', ({ volumes }) => volumes.set('disc.iso', SIZE));
    await run(far);
    expect(far.deleted).toEqual(['disc.iso', PART]);
    expect([...far.volumes.keys()]).toEqual(['disc.iso']);
  });
});
