/** Columns of the fleet table, in their usual order. */
export const COLUMN_IDS = [
  'name',
  'host',
  'state',
  'cpu',
  'memory',
  'disk',
  'net',
  'addresses',
  'autostart',
  'tags',
  'os',
  'vcpus',
  'hostCpu',
  'memoryUsed',
  'uuid',
] as const;

export type ColumnId = (typeof COLUMN_IDS)[number];

/** Shown until the user chooses otherwise. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'name',
  'host',
  'state',
  'cpu',
  'memory',
  'disk',
  'net',
  'addresses',
  'autostart',
  'tags',
];

/** Whether it is one of the columns that there are: what was kept may be of another version. */
export function isColumnId(value: string): value is ColumnId {
  return COLUMN_IDS.some((id) => id === value);
}
