import {
  childElements,
  type Domain,
  type Sysinfo,
  type SysinfoEntry,
  type XmlList,
} from '../../../../../model/index.ts';
import type { Value } from './Value.tsx';

interface Entry {
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
}

type GroupId = 'bios' | 'system' | 'baseBoard' | 'chassis';

interface Group {
  readonly id: GroupId;
  readonly title: string;
  readonly entries: readonly Entry[];
}

const MAKER: Entry = { name: 'manufacturer', label: 'Maker' };
const VERSION: Entry = { name: 'version', label: 'Version' };
const SERIAL: Entry = { name: 'serial', label: 'Serial number' };
const ASSET: Entry = { name: 'asset', label: 'Asset tag' };

/** What libvirt takes for each table (https://libvirt.org/formatdomain.html#smbios-system-information). */
export const GROUPS: readonly Group[] = [
  {
    id: 'system',
    title: 'System',
    entries: [
      MAKER,
      { name: 'product', label: 'Product' },
      VERSION,
      SERIAL,
      { name: 'uuid', label: 'UUID' },
      { name: 'sku', label: 'SKU' },
      { name: 'family', label: 'Family' },
    ],
  },
  {
    id: 'bios',
    title: 'BIOS',
    entries: [
      { name: 'vendor', label: 'Maker' },
      VERSION,
      { name: 'date', label: 'Date', placeholder: '11/20/2026' },
      { name: 'release', label: 'Release', placeholder: '1.2' },
    ],
  },
  {
    id: 'baseBoard',
    title: 'Board',
    entries: [
      MAKER,
      { name: 'product', label: 'Product' },
      VERSION,
      SERIAL,
      ASSET,
      { name: 'location', label: 'Place' },
    ],
  },
  { id: 'chassis', title: 'Case', entries: [MAKER, VERSION, SERIAL, ASSET, { name: 'sku', label: 'SKU' }] },
];

/** The tables of the machine; what is for QEMU's fw_cfg is another. */
function tableOf({ sysinfo }: Domain): Sysinfo | undefined {
  return sysinfo.find(({ type }) => type !== 'fwcfg');
}

function entriesOf(table: Sysinfo, group: GroupId): XmlList<SysinfoEntry> | undefined {
  return group === 'baseBoard' ? table.baseBoards.at(0)?.entries : table[group];
}

function madeEntries(domain: Domain, group: GroupId): XmlList<SysinfoEntry> {
  const table = tableOf(domain) ?? domain.sysinfo.add({ type: 'smbios' });
  if (group !== 'baseBoard') return table[group];
  return (table.baseBoards.at(0) ?? table.baseBoards.add()).entries;
}

/** One entry. With the first one the guest is given the tables; with the last one they go. */
export function smbiosEntry(group: GroupId, name: string): Value {
  return {
    name: `sysinfo/${group}/entry[${name}]`,
    read: (domain) => {
      const table = tableOf(domain);
      return (table && entriesOf(table, group)?.find((one) => one.name === name)?.value) ?? null;
    },
    write: (domain, value) => {
      if (value === null) return removeEntry(domain, group, name);
      const entries = madeEntries(domain, group);
      const entry = entries.find((one) => one.name === name) ?? entries.add({ name });
      entry.value = value;
      // Without it nobody would be given what is said.
      domain.os.smbios = 'sysinfo';
    },
  };
}

function removeEntry(domain: Domain, group: GroupId, name: string): void {
  const table = tableOf(domain);
  const entries = table && entriesOf(table, group);
  const entry = entries?.find((one) => one.name === name);
  if (entries && entry) entries.remove(entry);
  dropEmpty(domain);
}

function dropEmpty(domain: Domain): void {
  const table = tableOf(domain);
  if (table) {
    for (const board of table.baseBoards.all) if (board.entries.length === 0) table.baseBoards.remove(board);
    const left = childElements(table.element).length;
    if (left > 0) return;
    domain.sysinfo.remove(table);
  }
  if (domain.os.smbios === 'sysinfo') domain.os.smbios = null;
}

/** Strings of the maker, a line each. */
export const oemStrings: Value = {
  name: 'sysinfo/oemStrings/entry',
  read: (domain) => {
    const all = tableOf(domain)?.oemStrings ?? [];
    return all.length === 0 ? null : all.join('\n');
  },
  write: (domain, value) => {
    const table = tableOf(domain) ?? domain.sysinfo.add({ type: 'smbios' });
    table.set('oemStrings', null);
    table.oemStrings = value === null ? [] : value.split('\n');
    if (value === null) dropEmpty(domain);
    else domain.os.smbios = 'sysinfo';
  },
};
