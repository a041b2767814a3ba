import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { saslConfig } from './access.ts';
import { type DaemonSettings, daemonConf } from './etc.ts';
import type { Host } from './host.ts';
import { installServer, type ServerCertificate } from './pki.ts';
import { until } from './run.ts';

/** Daemons of a host that can be stopped, killed and frozen one by one. */
export type DaemonName = 'libvirtd' | 'virtlogd' | 'sshd';

const settingsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

/** The daemons of one host. */
export class Daemons {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Process number inside the host, or undefined if the daemon does not run. */
  async pid(name: DaemonName): Promise<number | undefined> {
    const { stdout } = await this.#host.execAny(
      `p=$(cat /run/${name}.pid 2>/dev/null) && [ "$(cat /proc/$p/comm)" = ${name} ] && echo $p`,
    );
    return stdout.trim() ? Number(stdout) : undefined;
  }

  /** Sends a signal, by its name without "SIG", to a daemon that runs. */
  async signal(name: DaemonName, signal: 'TERM' | 'KILL' | 'STOP' | 'CONT' | 'HUP'): Promise<void> {
    const pid = await this.pid(name);
    if (pid === undefined) throw new Error(`${name} does not run on ${this.#host.name}`);
    await this.#host.exec(`kill -${signal} ${pid}`);
  }

  /** Ends a daemon and waits for it to be gone. Does nothing if it does not run. */
  async stop(name: DaemonName, signal: 'TERM' | 'KILL' = 'TERM'): Promise<void> {
    const pid = await this.pid(name);
    if (pid === undefined) return;
    await this.#host.exec(`kill -CONT ${pid}; kill -${signal} ${pid}`);
    await until(`${name} to end`, async () => (await this.pid(name)) !== pid, 10_000, 30);
  }

  /** Starts a daemon unless it runs; it takes connections when this is done. */
  async start(name: DaemonName): Promise<void> {
    if ((await this.pid(name)) !== undefined) return;
    await this.#host.exec(`. /mnt/daemons.sh; start_${name} </dev/null >>/var/log/${name}.out 2>&1`);
  }

  async restart(name: DaemonName): Promise<void> {
    await this.stop(name);
    await this.start(name);
  }

  /** Changes settings of libvirtd.conf, null takes one out, and restarts the daemon. */
  async configure(changes: Record<string, DaemonSettings[string] | null>): Promise<void> {
    const path = join(this.#host.folder, 'settings.json');
    const settings: DaemonSettings = settingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) delete settings[key];
      else settings[key] = value;
    }
    writeFileSync(path, JSON.stringify(settings));
    writeFileSync(join(this.#host.folder, 'etc/libvirt/libvirtd.conf'), daemonConf(settings));
    await this.restart('libvirtd');
  }

  /** Presents another server certificate from now on. */
  async presentCertificate(kind: ServerCertificate): Promise<void> {
    await installServer(join(this.#host.folder, 'etc'), this.#host.number, kind);
    // libvirtd looks at its own certificate first, and would not start with most of the bad ones.
    await this.configure({ tls_no_sanity_certificate: kind === 'good' ? null : 1 });
  }

  /** Offers these SASL mechanisms from now on. */
  async offerMechanisms(mechanisms: readonly string[]): Promise<void> {
    writeFileSync(join(this.#host.folder, 'etc/sasl2/libvirt.conf'), saslConfig(mechanisms));
    await this.restart('libvirtd');
  }
}
