import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EditResult } from '../../contract/index.ts';
import {
  addInterface,
  addMemoryDevice,
  Domain,
  makePluggable,
  removeMemoryDevice,
} from '../../model/index.ts';
import type { TestApp, TestWindow } from '../integration/helpers/services/app.ts';
import { machineNamed, openApp, type TestMachine } from '../integration/helpers/services/machine.ts';
import { GuestConsole } from './guest/console.ts';
import { guestXml, hostMedia } from './guest/domain.ts';
import { describeLab } from './vitest.ts';

const MIB = 1024 ** 2;
const IMAGES = '/var/lib/libvirt/images';
const NAME = 'seen';
const MAC = '52:54:00:0e:d1:71';
const OTHER_ISO = `${IMAGES}/other.iso`;
const POLL = { timeout: 60_000, interval: 300 };

/** Changes of a running machine, as its guest sees them: it is asked over its serial port. */
describeLab('what a guest sees of being edited', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let app: TestApp;
  let window: TestWindow;
  let guest: GuestConsole;
  let connection = '';
  let machine: TestMachine;

  beforeAll(async () => {
    await hv1().exec(
      `qemu-img create -q -f raw ${IMAGES}/grows.img 8M &&
      mkdir /tmp/medium && echo 'of the other medium' >/tmp/medium/note.txt &&
      xorriso -as mkisofs -quiet -r -V OTHER_MEDIUM -o ${OTHER_ISO} /tmp/medium`,
    );
    const domain = Domain.parse(
      guestXml({
        name: NAME,
        graphics: 'none',
        memory: 256,
        vcpus: 2,
        disks: [{ path: `${IMAGES}/grows.img`, format: 'raw' }],
        cdrom: hostMedia.iso,
      }),
    );
    domain.currentVcpus = 1;
    makePluggable(domain, 256 * MIB);
    await hv1().define(domain.toXml());
    await hv1().virsh(['start', NAME]);
    guest = await GuestConsole.open(hv1(), NAME);
    ({ app, window, connection } = await openApp(hv1().uri.unix, 60_000));
    machine = await machineNamed({ window, connection }, NAME, 60_000);
    await guest.ready(120_000);
    await guest.command('settled', 60_000);
  }, 240_000);
  afterAll(async () => {
    guest?.close();
    await app?.stop();
  });

  /** What a line of shell says in the guest; nothing where it fails. */
  const shell = (line: string) => guest.command(`sh { ${line}; } 2>/dev/null || true`, 60_000);
  /** Waits until the line of shell says this in the guest. */
  const sees = (line: string) => expect.poll(() => shell(line), POLL);

  /** Edits the machine, saved and running, from its saved definition on. */
  async function edit(change: (domain: Domain) => void): Promise<EditResult> {
    const result = await machine.edit(change);
    expect(result).toMatchObject({ conflicts: [], refused: null });
    return result;
  }

  /** Makes an edit that has to be done at once, in both definitions. */
  async function done(change: (domain: Domain) => void): Promise<void> {
    const { changes } = await edit(change);
    expect(changes.length).toBeGreaterThan(0);
    for (const one of changes) expect(one).toMatchObject({ saved: 'done', live: 'done' });
  }

  /** Takes something away: it is gone, or the guest took longer than we wait, and that is what is said. */
  async function takenAway(key: string, change: (domain: Domain) => void): Promise<void> {
    const { changes } = await edit(change);
    const removal = changes.find((one) => one.key === key);
    expect(removal, JSON.stringify(changes)).toMatchObject({ saved: 'done' });
    if (removal?.live === 'done') expect(removal.problem).toBeUndefined();
    else {
      expect(removal?.live).toBe('next-boot');
      expect(removal?.problem).toContain('The guest has not let go of');
    }
  }

  const saved = async () => Domain.parse(await hv1().virsh(['dumpxml', NAME, '--inactive']));
  const live = async () => Domain.parse(await hv1().virsh(['dumpxml', NAME]));

  const memoryKib = async () => Number.parseInt(await guest.command('mem', 60_000), 10);

  it('sees a memory module come and go', async () => {
    const blocks = 'cat /sys/devices/system/memory/memory*/state';
    const offline = `${blocks} | grep -c offline`;
    expect(await shell(offline)).toBe('0');
    const before = await memoryKib();
    const { changes } = await edit((domain) => void addMemoryDevice(domain, 'dimm', 128 * MIB));
    expect(changes.find(({ key }) => key.startsWith('memoryDevices'))).toMatchObject({
      saved: 'done',
      live: 'done',
    });
    await sees(offline).toBe('1');
    // Movable: what is kept there can be moved away again.
    await shell(
      'for block in $(grep -l offline /sys/devices/system/memory/memory*/state); do echo online_movable >$block; done',
    );
    await expect.poll(memoryKib, POLL).toBe(before + 128 * 1024);

    const key = changes.find((one) => one.key.startsWith('memoryDevices'))?.key ?? '';
    await takenAway(key, (domain) => {
      const module = domain.memoryDevices.at(0);
      if (module) removeMemoryDevice(domain, module);
    });
    await expect.poll(memoryKib, POLL).toBe(before);
    await expect.poll(async () => (await live()).memoryDevices.length, POLL).toBe(0);
  });

  it('sees a card come, its cable pulled out and put back in, and the card go', async () => {
    // The card's name in the guest, and what the guest knows of it.
    const names = `grep -l ${MAC} /sys/class/net/*/address | cut -d/ -f5`;
    expect(await shell(names)).toBe('');
    await done((domain) => void addInterface(domain, { source: 'default', mac: MAC }));
    await sees(names).toMatch(/^\w+$/);
    const name = await shell(names);
    const carrier = `cat /sys/class/net/${name}/carrier`;
    await shell(`ip link set ${name} up`);
    await sees(carrier).toBe('1');

    const cable = (state: string) => (domain: Domain) => {
      const card = domain.interfaces.find(({ mac }) => mac === MAC);
      if (card) card.link = state;
    };
    await done(cable('down'));
    await sees(carrier).toBe('0');
    await done(cable('up'));
    await sees(carrier).toBe('1');

    await takenAway(`interfaces[${MAC}]`, (domain) => {
      const card = domain.interfaces.find(({ mac }) => mac === MAC);
      if (card) domain.removeDevice(card);
    });
    await sees(names).toBe('');
    await sees(`ls /sys/class/net`).not.toContain(name);
    await expect.poll(async () => (await live()).interfaces.length, POLL).toBe(0);
  });

  it('sees a vCPU come and go', async () => {
    const present = 'cat /sys/devices/system/cpu/present';
    const processors = 'grep -c ^processor /proc/cpuinfo';
    expect([await shell(present), await shell(processors)]).toEqual(['0', '1']);
    await done((domain) => {
      domain.currentVcpus = 2;
    });
    await sees(present).toBe('0-1');
    // This guest leaves it to its user to put a vCPU to work.
    await guest.command('online', 60_000);
    await sees(processors).toBe('2');

    await takenAway('currentVcpus', (domain) => {
      domain.currentVcpus = 1;
    });
    await sees(present).toBe('0');
    await sees(processors).toBe('1');
  });

  it('gives memory back to the balloon, and gets it again', async () => {
    const all = await memoryKib();
    await done((domain) => {
      domain.currentMemory = 208 * MIB;
    });
    await expect.poll(memoryKib, POLL).toBe(all - 48 * 1024);
    await expect.poll(async () => (await live()).currentMemory, POLL).toBe(208 * MIB);
    await done((domain) => {
      domain.currentMemory = 256 * MIB;
    });
    await expect.poll(memoryKib, POLL).toBe(all);
    await expect.poll(async () => (await live()).currentMemory, POLL).toBe(256 * MIB);
  });

  it('sees media change in its drive, also one that it holds', async () => {
    const label = 'dd if=/dev/sr0 bs=1 skip=32808 count=13';
    const medium = (file: string | null) => (domain: Domain) => {
      const drive = domain.disks.find((one) => one.device === 'cdrom');
      if (drive) drive.source.file = file;
    };
    const sectors = async (file: string) => String(Number(await hv1().exec(`stat -c %s ${file}`)) / 512);
    await sees(label).toBe('VIRTDECK_TINY');
    await done(medium(null));
    await sees(label).toBe('');
    await done(medium(OTHER_ISO));
    await sees(label).toBe('OTHER_MEDIUM');
    await sees('cat /sys/block/sr0/size').toBe(await sectors(OTHER_ISO));

    // A medium that is mounted: the guest locks the drive.
    await sees('mount -t iso9660 -o ro /dev/sr0 /mnt; cat /mnt/note.txt').toBe('of the other medium');
    await done(medium(hostMedia.iso));
    await shell('umount /mnt');
    await sees(label).toBe('VIRTDECK_TINY');
    await sees('cat /sys/block/sr0/size').toBe(await sectors(hostMedia.iso));
    expect((await saved()).disks.find((one) => one.device === 'cdrom')?.source.file).toBe(hostMedia.iso);
  });

  it('sees its disk grow, with what is on it', async () => {
    const size = 'cat /sys/block/vda/size';
    expect(await shell(size)).toBe(String((8 * MIB) / 512));
    await guest.command('write vda kept', 60_000);
    await window.client.editing.resizeDisk({ ...machine.ref, target: 'vda', bytes: 16 * MIB });
    await sees(size).toBe(String((16 * MIB) / 512));
    expect(await guest.command('read vda', 60_000)).toBe('kept');
    expect(await hv1().exec(`stat -c %s ${IMAGES}/grows.img`)).toContain(String(16 * MIB));
  });
});
