import { StatsReader } from '../binding/stats.ts';
import type { Connect } from './connect.ts';
import type { Domain } from './domain.ts';

export type { StatsFrame } from '../binding/stats.ts';
export type { StatsShape } from '../binding/stats-shapes.ts';

/** The statistics of one domain by libvirt's names (`cpu.time`, `net.0.rx.bytes`...). */
export interface DomainStats {
  uuid: string;
  params: Record<string, number | string>;
}

/**
 * Reads statistics at every tick. Keep one per connection: it knows the names that come.
 * `https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectGetAllDomainStats`
 */
export class DomainStatsReader extends StatsReader {
  /** All domains that the flags let pass, compactly. */
  read(connect: Connect, stats = 0, flags = 0) {
    return this.readAll(connect.address, stats, flags);
  }

  /** Some domains of one connection, compactly. */
  readDomains(domains: readonly Domain[], stats = 0, flags = 0) {
    if (domains.length === 0) throw new RangeError('statistics were asked for without a domain');
    return this.readSome(
      domains.map((domain) => domain.address),
      stats,
      flags,
    );
  }

  /** All domains as objects by name: easy to use, for a few domains. */
  readObjects(connect: Connect, stats = 0, flags = 0): DomainStats[] {
    const frame = this.read(connect, stats, flags);
    return frame.uuids.map((uuid, index) => {
      const shape = this.shapes[frame.shapes[index] ?? 0];
      const start = frame.offsets[index] ?? 0;
      const params: DomainStats['params'] = Object.create(null);
      shape?.names.forEach((name, n) => {
        params[name] = shape.texts[n] ?? frame.values[start + n] ?? Number.NaN;
      });
      return { uuid, params };
    });
  }
}
