import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DaemonName } from './daemons.ts';
import type { Host } from './host.ts';
import { run } from './run.ts';
import type { ProcessMark } from './slots.ts';
import { type Line, slowDown, speedUp } from './slow.ts';

/** Things that go wrong with one host, on demand. {@link Faults.restore} mends them all. */
export class Faults {
  readonly #host: Host;
  readonly #supervisor: ProcessMark;

  constructor(host: Host, supervisor: ProcessMark) {
    this.#host = host;
    this.#supervisor = supervisor;
  }

  /**
   * Stops (SIGSTOP) one daemon, or, without a name, everything that runs on the host: it still answers pings and
   * accepts TCP connections, as its kernel does that, but nothing more.
   */
  async freeze(daemon?: DaemonName): Promise<void> {
    if (daemon) await this.#host.daemons.signal(daemon, 'STOP');
    else await this.#host.exec('kill -STOP -1');
  }

  /** Lets what {@link freeze} stopped go on. */
  async thaw(): Promise<void> {
    await this.#host.exec('kill -CONT -1');
  }

  /** Kills a daemon (SIGKILL), and for sshd the connections it serves. Guests go on running. */
  async kill(daemon: DaemonName): Promise<void> {
    if (daemon === 'sshd')
      await this.#host.exec(
        'for p in /proc/[0-9]*; do [ "$(cat $p/comm 2>/dev/null)" != sshd ] || kill -KILL "$(basename $p)"; done',
      );
    else await this.#host.daemons.stop(daemon, 'KILL');
  }

  /** Takes the network cable's link down. Packets are lost; no connection is told. */
  async cut(): Promise<void> {
    await this.#link('down');
  }

  /** Undoes {@link cut}. */
  async mend(): Promise<void> {
    await this.#link('up');
  }

  /** Delays every packet to and from the host, and limits how fast they go; replaces a slowness there was. */
  async slow(line: Line): Promise<void> {
    await slowDown(this.#host, this.#supervisor, line);
  }

  /** Fills the pool "small" to its last byte. */
  async full(): Promise<void> {
    await this.#host.execAny(
      'dd if=/dev/zero of=/var/lib/libvirt/small/filler bs=64k; dd if=/dev/zero of=/var/lib/libvirt/small/filler2 bs=512',
    );
  }

  /** Mends everything: thaws, connects, speeds up, frees the disk and starts the daemons that do not run. */
  async restore(): Promise<void> {
    await this.thaw();
    await speedUp(this.#host);
    await this.mend();
    for (const file of ['filler', 'filler2']) await this.#host.exec(`rm -f /var/lib/libvirt/small/${file}`);
    rmSync(join(this.#host.folder, 'slow.log'), { force: true });
    for (const daemon of ['virtlogd', 'libvirtd', 'sshd'] as const) await this.#host.daemons.start(daemon);
  }

  async #link(state: 'up' | 'down'): Promise<void> {
    await run('nsenter', [
      '-t',
      String(this.#supervisor.pid),
      '-n',
      'ip',
      'link',
      'set',
      `port-${this.#host.name}`,
      state,
    ]);
  }
}
