import { randomBytes } from 'node:crypto';
import { apiError, type UploadRequest, type WaitingUpload } from '../../../contract/index.ts';
import type { Connections } from '../../hypervisor/connections.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { Jobs } from '../../hypervisor/jobs.ts';
import { activePool, listPools } from '../../hypervisor/storage.ts';
import type { Caller } from '../../ipc/caller.ts';
import type { ByteTickets } from '../../ipc/tickets.ts';
import type { Leftovers } from '../make/leftovers.ts';
import { exists } from '../make/volumes.ts';
import { volumeNameProblem } from '../names.ts';
import { PathSource } from './pathSource.ts';
import { Upload } from './upload.ts';
import { WindowSource } from './windowSource.ts';

export interface UploadsDeps {
  readonly connections: Connections;
  readonly jobs: Jobs;
  readonly tickets: ByteTickets;
  readonly leftovers: Leftovers;
}

interface Running {
  readonly id: string;
  readonly request: UploadRequest;
  readonly job: string;
  /** Null: main reads the file itself. */
  readonly window: WindowSource | null;
}

/** What beginning an upload, or going on with one, gives. */
export interface Begun {
  readonly id: string;
  readonly job: string;
  readonly ticket: string | null;
  /** Bytes that need not be sent any more. */
  readonly offset: number;
}

/** Most bytes of a file name. */
const NAME_BYTES = 255;

/** Local files on their way into pools. */
export class Uploads {
  readonly #deps: UploadsDeps;
  readonly #running = new Map<string, Running>();

  constructor(deps: UploadsDeps) {
    this.#deps = deps;
  }

  /**
   * Begins an upload, or goes on with the one of the same file that lacks its window.
   * @throws ApiError when the pool is not there or full, the name is taken, or the file cannot be read
   */
  async begin(request: UploadRequest, caller: Caller): Promise<Begun> {
    const host = this.#deps.connections.get(request.connection);
    const before = this.#sameAs(request);
    if (before) return this.#again(before, request, caller);
    this.#refuseOther(request);
    await this.#check(host, request);
    const window = request.path === null ? new WindowSource(request.size) : null;
    const source = window ?? (await PathSource.open(request.path ?? '', request.size));
    // A second click, or another window, may have begun one while the host was asked.
    const meanwhile = this.#sameAs(request);
    if (meanwhile) return this.#again(meanwhile, request, caller);
    this.#refuseOther(request);
    const id = randomBytes(16).toString('hex');
    const temporary = temporaryName(request.volume, id.slice(0, 8));
    const { pool, volume } = request;
    const upload = new Upload({ host, pool, volume, temporary, source, leftovers: this.#deps.leftovers });
    const title = `Upload ${volume} to pool ${pool} on ${host.connection.name}`;
    const job = this.#deps.jobs.start({ kind: 'upload', title, connection: host.id }, (control) =>
      upload.run(control).finally(() => this.#running.delete(id)),
    );
    const running = { id, request, job, window };
    this.#running.set(id, running);
    return { id, job, ticket: window && this.#ticket(window, caller), offset: 0 };
  }

  /** Uploads to a host that lack their window. */
  waiting(connection: string): WaitingUpload[] {
    return [...this.#running.values()]
      .filter(({ request, window }) => request.connection === connection && window && lacksWindow(window))
      .map(({ request: { pool, volume, size, modified } }) => ({ pool, volume, size, modified }));
  }

  /** A new channel for an upload whose window has gone, or has lost its link. */
  resume(id: string, caller: Caller): { ticket: string; offset: number } {
    const { window } = this.#get(id);
    if (!window) throw apiError('invalid', 'This file is read by Virtdeck itself and goes on by itself.');
    window.detach();
    return { ticket: this.#ticket(window, caller), offset: window.received };
  }

  /** Gives it up. Resolves when nothing of it is left on the host. */
  async cancel(id: string): Promise<void> {
    const { job } = this.#get(id);
    this.#deps.jobs.cancel(job);
    await this.#deps.jobs.wait(job);
  }

  #sameAs(request: UploadRequest): Running | undefined {
    return [...this.#running.values()].find((one) => isSame(one.request, request));
  }

  #get(id: string): Running {
    const found = this.#running.get(id);
    if (found) return found;
    throw apiError('not-found', 'This upload has ended.', 'Begin it again.');
  }

  #again(running: Running, request: UploadRequest, caller: Caller): Begun {
    const { id, job, window } = running;
    if (!window || !lacksWindow(window)) {
      throw apiError(
        'conflict',
        `${request.volume} is being uploaded to pool ${request.pool} already.`,
        'Wait for it, or cancel it in the list of activities.',
      );
    }
    return { id, job, ...this.resume(id, caller) };
  }

  /** Of two files under one name the later one would be refused when all of it is there. */
  #refuseOther({ connection, pool, volume }: UploadRequest): void {
    const other = [...this.#running.values()].find(
      ({ request }) =>
        request.connection === connection && request.pool === pool && request.volume === volume,
    );
    if (!other) return;
    throw apiError(
      'conflict',
      `Another file, or another version of this one, is being uploaded as ${volume} to pool ${pool}.`,
      'Choose another name, or cancel that upload in the list of activities.',
    );
  }

  #ticket(window: WindowSource, caller: Caller): string {
    return this.#deps.tickets.issue(caller, (channel) => window.accept(channel));
  }

  async #check(host: Hypervisor, { pool, volume, size }: UploadRequest): Promise<void> {
    const { name, readOnly } = host.connection;
    if (readOnly) throw apiError('denied', `The connection to ${name} is read-only.`);
    const wrong = volumeNameProblem(volume);
    if (wrong !== null) throw apiError('invalid', wrong, 'Choose another name.');
    const found = activePool(host, await listPools(host), pool);
    if (await exists(host, { pool, volume })) {
      throw apiError('exists', `The pool ${pool} has a volume ${volume} already.`, 'Choose another name.');
    }
    if (found.available >= size) return;
    // Before that libvirt had in mind what was free when it looked last.
    const available = (await listPools(host)).find((one) => one.name === pool)?.available ?? 0;
    if (available >= size) return;
    const words = `The pool ${pool} on ${name} has ${mib(available)} MiB left; the file needs ${mib(size)}.`;
    throw apiError('no-space', words, 'Choose another pool, or make room.');
  }
}

function lacksWindow(window: WindowSource): boolean {
  return !window.connected && window.received < window.size;
}

function isSame(a: UploadRequest, b: UploadRequest): boolean {
  return (
    a.connection === b.connection &&
    a.pool === b.pool &&
    a.volume === b.volume &&
    a.size === b.size &&
    a.path === b.path &&
    a.modified === b.modified
  );
}

/** A name that nobody else has, and that says what it is going to be. */
function temporaryName(volume: string, random: string): string {
  const ending = `.${random}.part`;
  let start = volume;
  while (Buffer.byteLength(start) + ending.length > NAME_BYTES) start = [...start].slice(0, -1).join('');
  return `${start}${ending}`;
}

function mib(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
