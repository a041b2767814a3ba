import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GuestConsole, guestXml, type Host, startLab } from '../../hosts/index.ts';

/** A hypervisor with one running tiny guest. */
export interface BenchGuest {
  readonly hv: Host;
  readonly name: string;
  end(): Promise<void>;
}

/** A channel takes whole buffers, where a serial line is given letter by letter. */
export const FLOOD_CHANNEL = 'org.example.flood';
const DEVICES = `<channel type='unix'><target type='virtio' name='${FLOOD_CHANNEL}'/></channel>`;

/** Starts a hypervisor and a guest on it, and waits until the guest takes commands. */
export async function startGuest(): Promise<BenchGuest> {
  const name = 'bench';
  const lab = await startLab({ hosts: 1 });
  try {
    const hv = lab.host('hv1');
    const definition = join(lab.folder, `${name}.xml`);
    writeFileSync(definition, guestXml({ name, graphics: 'vnc-everywhere', devices: DEVICES }));
    await hv.virsh(['define', definition]);
    await hv.virsh(['start', name]);
    const console = await GuestConsole.open(hv, name);
    await console.ready();
    console.close();
    return { hv, name, end: () => lab.down() };
  } catch (error) {
    await lab.down();
    throw error;
  }
}
