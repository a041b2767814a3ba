import { createColumnHelper } from '@tanstack/react-table';
import type { ComponentType } from 'react';
import * as cells from './cells.tsx';
import type { ColumnId } from './columnIds.ts';
import type { FleetEntry } from './entries.ts';

/** How a column looks. */
interface ColumnSpec {
  readonly title: string;
  readonly width: number;
  readonly numeric?: boolean;
  readonly Cell: ComponentType<{ entry: FleetEntry }>;
}

export const COLUMNS: Readonly<Record<ColumnId, ColumnSpec>> = {
  name: { title: 'Name', width: 172, Cell: cells.NameCell },
  host: { title: 'Host', width: 110, Cell: cells.HostCell },
  state: { title: 'State', width: 140, Cell: cells.StateCell },
  cpu: { title: 'CPU', width: 76, numeric: true, Cell: cells.CpuCell },
  memory: { title: 'Memory', width: 84, numeric: true, Cell: cells.MemoryCell },
  disk: { title: 'Disk', width: 92, numeric: true, Cell: cells.DiskCell },
  net: { title: 'Network', width: 92, numeric: true, Cell: cells.NetCell },
  addresses: { title: 'IP addresses', width: 136, Cell: cells.AddressesCell },
  autostart: { title: 'Autostart', width: 92, Cell: cells.AutostartCell },
  tags: { title: 'Tags', width: 120, Cell: cells.TagsCell },
  os: { title: 'System', width: 130, Cell: cells.OsCell },
  vcpus: { title: 'vCPUs', width: 66, numeric: true, Cell: cells.VcpusCell },
  hostCpu: { title: 'Host CPU', width: 82, numeric: true, Cell: cells.HostCpuCell },
  memoryUsed: { title: 'Memory used', width: 106, numeric: true, Cell: cells.MemoryUsedCell },
  uuid: { title: 'UUID', width: 290, Cell: cells.UuidCell },
};

const helper = createColumnHelper<FleetEntry>();

/** For TanStack Table, which keeps widths, order and visibility; rows are painted by FleetRow. */
export const columnDefs = Object.entries(COLUMNS).map(([id, { title, width }]) =>
  helper.display({ id, header: title, size: width, minSize: 48, maxSize: 800 }),
);
