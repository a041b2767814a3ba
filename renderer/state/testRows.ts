import type { Connection, DomainRow, Job } from '../../contract/index.ts';

/** A machine for tests; the number makes its name and uuid. */
export function testRow(n: number, change: Partial<DomainRow> = {}): DomainRow {
  return {
    uuid: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: `vm${n}`,
    id: null,
    state: 'shutoff',
    reason: 'unknown',
    persistent: true,
    autostart: false,
    managedSave: false,
    hasSnapshots: false,
    vcpus: 1,
    memoryKiB: 1024 * 1024,
    maxMemoryKiB: 1024 * 1024,
    title: null,
    description: null,
    tags: null,
    os: null,
    addresses: null,
    ...change,
  };
}

/** What a connection knows of its host, for tests. */
export const TEST_HOST: NonNullable<Connection['host']> = {
  hostname: '',
  uri: 'qemu:///system',
  driver: 'QEMU',
  libvirtVersion: '9.0.0',
  hypervisorVersion: null,
  encrypted: null,
  secure: null,
  cpus: 1,
  cpuModel: '',
  memoryKiB: 1,
  arch: 'x86_64',
};

/** An open connection for tests. */
export function testConnection(id: string, change: Partial<Connection> = {}): Connection {
  return {
    id,
    settings: {
      uri: `qemu+ssh://${id}/system`,
      name: id,
      readOnly: false,
      autoConnect: true,
      production: false,
    },
    saved: true,
    status: 'connected',
    readOnly: false,
    stage: null,
    error: null,
    retryAt: null,
    lastSeen: null,
    host: null,
    ...change,
  };
}

/** A job that makes a machine, for tests. */
export function testJob(change: Partial<Job> = {}): Job {
  return {
    id: 'j1',
    kind: 'create',
    title: 'Create web',
    connection: null,
    uuid: null,
    state: 'running',
    stage: '',
    fraction: null,
    startedAt: 1,
    endedAt: null,
    cancellable: true,
    error: null,
    log: [],
    ...change,
  };
}
