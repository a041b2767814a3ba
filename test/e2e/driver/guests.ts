import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type GuestWish, guestXml, type Host } from '../../hosts/index.ts';

/** Defines a tiny guest on a host; it is off. */
export async function defineGuest(host: Host, wish: GuestWish): Promise<void> {
  const file = join(host.folder, `${wish.name}.xml`);
  writeFileSync(file, guestXml(wish));
  await host.virsh(['define', file]);
}

/** Ends a machine and forgets it, whatever state it is in. */
export async function removeGuest(host: Host, name: string): Promise<void> {
  await host.virshAny(['destroy', name]);
  await host.virshAny(['undefine', name]);
}

/** Waits until virsh says that the machine is in this state. */
export async function expectState(host: Host, name: string, state: string): Promise<void> {
  await expect(async () => {
    expect((await host.virsh(['domstate', name])).trim()).toBe(state);
  }).toPass({ timeout: 30_000 });
}
