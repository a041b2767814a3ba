/** What a statistics row holds, one number each. Totals are sums over all devices of the domain. */
export const STAT_COLUMNS = [
  'state', // virDomainState
  'reason',
  'cpuTimeNs',
  'vcpus',
  'maxVcpus',
  'balloonKiB', // current size
  'maxBalloonKiB',
  'availableKiB', // what the guest sees; only with a balloon driver
  'unusedKiB',
  'usableKiB',
  'rssKiB', // of the hypervisor's process
  'diskReadBytes',
  'diskWriteBytes',
  'diskReadRequests',
  'diskWriteRequests',
  'netRxBytes',
  'netTxBytes',
] as const;

export type StatColumn = (typeof STAT_COLUMNS)[number];

/** Index of a column in a row. */
export const STAT_INDEX = Object.fromEntries(STAT_COLUMNS.map((name, index) => [name, index])) as Readonly<
  Record<StatColumn, number>
>;

/** Columns by libvirt's parameter names (virConnectGetAllDomainStats); `#` stands for a device's number. */
const COLUMN_OF_NAME = new Map<string, StatColumn>(
  Object.entries({
    'state.state': 'state',
    'state.reason': 'reason',
    'cpu.time': 'cpuTimeNs',
    'vcpu.current': 'vcpus',
    'vcpu.maximum': 'maxVcpus',
    'balloon.current': 'balloonKiB',
    'balloon.maximum': 'maxBalloonKiB',
    'balloon.available': 'availableKiB',
    'balloon.unused': 'unusedKiB',
    'balloon.usable': 'usableKiB',
    'balloon.rss': 'rssKiB',
    'block.#.rd.bytes': 'diskReadBytes',
    'block.#.wr.bytes': 'diskWriteBytes',
    'block.#.rd.reqs': 'diskReadRequests',
    'block.#.wr.reqs': 'diskWriteRequests',
    'net.#.rx.bytes': 'netRxBytes',
    'net.#.tx.bytes': 'netTxBytes',
  } as const),
);

/** The column that a parameter adds to; -1 for parameters that are not shown. */
export function columnOf(parameter: string): number {
  const column = COLUMN_OF_NAME.get(parameter.replace(/\.\d+\./, '.#.'));
  return column === undefined ? -1 : STAT_INDEX[column];
}
