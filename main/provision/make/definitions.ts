import { randomUUID } from 'node:crypto';
import { Domain, newMac } from '../../../model/index.ts';

/** The definition that stays, and that of the first boot where it is another one: of the same machine. */
export interface Definitions {
  readonly uuid: string;
  readonly final: string;
  readonly install: string | null;
}

/**
 * Gives both definitions the same UUID and the same MAC addresses: libvirt makes up what is missing, and would make up
 * others for the second one.
 */
export function oneMachine(final: string, install: string | null): Definitions {
  const last = Domain.parse(final);
  const uuid = last.uuid ?? randomUUID();
  last.uuid = uuid;
  if (install === null) return { uuid, final: last.toXml(), install };
  const first = Domain.parse(install);
  first.uuid = uuid;
  const cards = first.interfaces.all;
  for (const [index, card] of last.interfaces.all.entries()) {
    const same = cards[index];
    const mac = card.mac ?? same?.mac ?? newMac();
    card.mac = mac;
    if (same) same.mac = mac;
  }
  return { uuid, final: last.toXml(), install: first.toXml() };
}

/** The drives whose media the final definition does not have any more: what is ejected, by target (sda...). */
export function mediaToEject({ final, install }: Pick<Definitions, 'final' | 'install'>): string[] {
  const kept = new Map(install === null ? [] : drivesOf(final));
  return drivesOf(install ?? final)
    .filter(([target, source]) => source !== '' && kept.get(target) !== source)
    .map(([target]) => target);
}

/** CD-ROM drives and what is in them, as text to compare. */
function drivesOf(xml: string): [string, string][] {
  return Domain.parse(xml)
    .disks.all.filter((disk) => disk.device === 'cdrom')
    .map((disk) => [disk.target ?? '', disk.source.location ?? '']);
}

/** The XML of a drive with nothing in it, as an update of the device takes it; null: it is empty or not there. */
export function emptyDrive(xml: string, target: string): string | null {
  const domain = Domain.parse(xml);
  const drive = domain.disks.all.find((disk) => disk.target === target && disk.device === 'cdrom');
  if (!drive || drive.source.location === null) return null;
  drive.source.clear();
  drive.set('backingStore', null);
  return drive.toXml();
}
