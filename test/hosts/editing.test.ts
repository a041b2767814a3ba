import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EditResult } from '../../contract/index.ts';
import { addDisk, compare, Domain, locateDevice } from '../../model/index.ts';
import { type TestApp, type TestWindow, until } from '../integration/helpers/services/app.ts';
import { machineNamed, openApp, type TestMachine } from '../integration/helpers/services/machine.ts';
import { GuestConsole } from './guest/console.ts';
import { guestXml, hostMedia } from './guest/domain.ts';
import { describeLab } from './vitest.ts';

const MIB = 1024 ** 2;
const IMAGES = '/var/lib/libvirt/images';
const MAC = '52:54:00:0e:d1:70';

describeLab('editing a machine that runs', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let app: TestApp;
  let window: TestWindow;
  let guest: GuestConsole;
  let connection = '';
  let machine: TestMachine;

  beforeAll(async () => {
    await hv1().exec(
      `qemu-img create -q -f raw ${IMAGES}/a.img 8M && qemu-img create -q -f raw ${IMAGES}/b.img 12M`,
    );
    const devices = `<graphics type='vnc' port='-1' autoport='yes' passwd='sesame'/>
      <interface type='network'><mac address='${MAC}'/><source network='default'/><model type='virtio'/></interface>`;
    const xml = guestXml({
      name: 'edited',
      graphics: 'none',
      memory: 256,
      disks: [{ path: `${IMAGES}/a.img`, format: 'raw' }],
      cdrom: hostMedia.iso,
      devices,
    });
    const metadata = `<metadata><x:note xmlns:x='urn:example:note'><x:line>kept</x:line></x:note></metadata>`;
    await hv1().define(
      xml
        .replace('<vcpu>1</vcpu>', "<vcpu current='1'>2</vcpu><iothreads>1</iothreads>")
        .replace('</name>', `</name>${metadata}`),
    );
    await hv1().virsh(['start', 'edited']);
    guest = await GuestConsole.open(hv1(), 'edited');
    ({ app, window, connection } = await openApp(hv1().uri.unix));
    machine = await machineNamed({ window, connection }, 'edited');
    await guest.ready();
    await guest.command('settled');
  }, 120_000);
  afterAll(async () => {
    guest?.close();
    await app?.stop();
  });

  const dump = async (...flags: string[]) =>
    Domain.parse(await hv1().virsh(['dumpxml', 'edited', '--security-info', ...flags]));

  /** Makes an edit and checks that virsh shows these changes, in both definitions, and no others. */
  async function changes(
    change: (domain: Domain) => void,
    expected: { saved: readonly string[]; live: readonly string[] },
  ): Promise<EditResult> {
    const before = { saved: await dump('--inactive'), live: await dump() };
    const result = await machine.edit(change);
    const after = { saved: await dump('--inactive'), live: await dump() };
    const keys = (a: Domain, b: Domain) =>
      compare(a, b)
        .map(({ key }) => key)
        .sort();
    expect(result.changes.filter(({ problem }) => problem !== undefined)).toEqual([]);
    expect(keys(before.saved, after.saved)).toEqual([...expected.saved].sort());
    expect(keys(before.live, after.live)).toEqual([...expected.live].sort());
    return result;
  }
  const both = (...keys: string[]) => ({ saved: keys, live: keys });

  it('does not show secrets to windows', async () => {
    const { live, saved } = await machine.definitions();
    expect(live).not.toContain('sesame');
    expect(saved).not.toContain('sesame');
  });

  it('adds a disk that the guest sees, throttles it, and takes it away when the guest lets go', async () => {
    const result = await changes(
      (domain) => void addDisk(domain, { file: `${IMAGES}/b.img`, format: 'raw' }),
      both('disks[vdb]'),
    );
    expect(result.changes).toMatchObject([{ key: 'disks[vdb]', saved: 'done', live: 'done' }]);
    await expect.poll(() => guest.command('disks'), { timeout: 20_000 }).toContain('vdb 12582912');
    const [running, kept] = [await dump(), await dump('--inactive')].map((domain) =>
      locateDevice(domain, 'disks[vdb]')?.device.get('address/@slot'),
    );
    expect(running).toBe(kept);

    await changes((domain) => {
      const disk = domain.disks.find((one) => one.target === 'vdb');
      if (disk) disk.iotune.totalIops = 500;
    }, both('disks[vdb]/iotune/totalIops'));

    const removed = await changes((domain) => {
      const disk = domain.disks.find((one) => one.target === 'vdb');
      if (disk) domain.removeDevice(disk);
    }, both('disks[vdb]'));
    expect(removed.changes).toMatchObject([{ live: 'done' }]);
    await expect.poll(() => guest.command('disks'), { timeout: 20_000 }).not.toContain('vdb');
  });

  it('ejects a medium and puts another one in', async () => {
    const medium = (file: string | null) => (domain: Domain) => {
      const drive = domain.disks.find((one) => one.device === 'cdrom');
      if (drive) drive.source.file = file;
    };
    await changes(medium(null), both('disks[hda]/source/file'));
    await changes(medium(hostMedia.iso), both('disks[hda]/source/file'));
  });

  it('pulls the network cable out, and limits the card', async () => {
    const card = (change: (card: Domain['interfaces']['all'][number]) => void) => (domain: Domain) => {
      const found = domain.interfaces.at(0);
      if (found) change(found);
    };
    await changes(
      card((one) => {
        one.link = 'down';
      }),
      both(`interfaces[${MAC}]/link`),
    );
    await expect.poll(() => guest.command('nics'), { timeout: 20_000 }).toContain('carrier=0');
    await changes(
      card((one) => {
        one.link = 'up';
        one.model = 'e1000';
      }),
      { saved: [`interfaces[${MAC}]/link`, `interfaces[${MAC}]/model`], live: [`interfaces[${MAC}]/link`] },
    );
    await expect.poll(() => guest.command('nics'), { timeout: 20_000 }).toContain('carrier=1');
  });

  it('adds a vCPU, and an I/O thread', async () => {
    await changes((domain) => {
      domain.currentVcpus = 2;
    }, both('currentVcpus'));
    await expect.poll(() => guest.command('online'), { timeout: 20_000 }).toBe('2');
    const result = await machine.edit((domain) => {
      domain.iothreads = 2;
    });
    expect(result.changes).toMatchObject([{ key: 'iothreads', saved: 'done', live: 'done' }]);
    expect((await dump()).iothreads).toBe(2);
  });

  it('takes memory from the guest, and says what has to wait for the next boot', async () => {
    const result = await machine.edit((domain) => {
      domain.currentMemory = 224 * MIB;
      domain.memory = 512 * MIB;
    });
    expect(result.changes.map(({ key, saved, live }) => [key, saved, live])).toEqual([
      ['memory', 'done', 'next-boot'],
      ['currentMemory', 'done', 'done'],
    ]);
    expect((await dump()).memory).toBe(256 * MIB);
    // The guest gives it back in its own time.
    await expect.poll(async () => (await dump()).currentMemory, { timeout: 30_000 }).toBe(224 * MIB);
    const kept = await dump('--inactive');
    expect([kept.memory, kept.currentMemory]).toEqual([512 * MIB, 224 * MIB]);
  });

  it('keeps the password through all of this, and changes it at once when it is given', async () => {
    expect((await dump('--inactive')).graphics.at(0)?.password).toBe('sesame');
    expect((await dump()).graphics.at(0)?.password).toBe('sesame');
    const result = await machine.edit((domain) => {
      const display = domain.graphics.at(0);
      if (display) display.password = 'opened';
    });
    expect(result.changes).toMatchObject([{ saved: 'done', live: 'done' }]);
    expect((await dump('--inactive')).graphics.at(0)?.password).toBe('opened');
    expect((await dump()).graphics.at(0)?.password).toBe('opened');
  });

  it('sets title and metadata in both definitions, and keeps those of other programs', async () => {
    await changes(
      (domain) => {
        domain.title = 'A title';
        domain.metadata.tags = ['one', 'two'];
      },
      both('title', 'metadata/tags'),
    );
    expect((await dump()).toXml()).toContain('urn:example:note');
  });

  it('tells what a guest does not let go of', async () => {
    // The guest sees nothing of a vCPU's or card's removal while it stands still.
    await hv1().virsh(['suspend', 'edited']);
    try {
      const result = await machine.edit((domain) => {
        const card = domain.interfaces.at(0);
        if (card) domain.removeDevice(card);
      });
      expect(result.changes).toMatchObject([{ saved: 'done', live: 'next-boot' }]);
      expect(result.changes[0]?.problem).toContain('The guest has not let go of it');
    } finally {
      await hv1().virsh(['resume', 'edited']);
    }
    expect((await dump('--inactive')).interfaces.length).toBe(0);
  });

  describe('together with others', () => {
    it('merges by field, and keeps in the history what they replaced', async () => {
      const base = (await machine.definitions()).saved ?? '';
      await hv1().virsh(['desc', 'edited', '--config', 'from virsh']);
      await hv1().virsh(['vcpupin', 'edited', '0', '0', '--config']);
      const result = await machine.edit(
        (domain) => {
          domain.onCrash = 'preserve';
        },
        { base },
      );
      expect(result).toMatchObject({ conflicts: [], changes: [{ key: 'onCrash', saved: 'done' }] });
      const now = await dump('--inactive');
      expect([now.description, now.onCrash, now.cpuTune.vcpuPins.length]).toEqual([
        'from virsh',
        'preserve',
        1,
      ]);
      const entries = await window.client.history.list(machine.ref);
      expect(entries[0]).toMatchObject({ by: 'virtdeck', cause: 'Test' });
      expect(entries.filter(({ by }) => by === 'other').length).toBeGreaterThan(0);
    });

    it('asks where both changed the same', async () => {
      const base = (await machine.definitions()).saved ?? '';
      await hv1().virsh(['desc', 'edited', '--config', 'theirs']);
      const ours = (domain: Domain) => {
        domain.description = 'ours';
      };
      const refused = await machine.edit(ours, { base });
      expect(refused).toMatchObject({
        changes: [],
        conflicts: [{ key: 'description', base: 'from virsh', theirs: 'theirs', ours: 'ours' }],
      });
      expect((await dump('--inactive')).description).toBe('theirs');
      await machine.edit(ours, { base, resolutions: [{ key: 'description', take: 'ours' }] });
      expect((await dump('--inactive')).description).toBe('ours');
    });
  });

  it('changes a transient machine, which has nothing else than what runs', async () => {
    const xml = guestXml({ name: 'passing', graphics: 'none', networks: ['default'] });
    await hv1().exec(`cat > /tmp/passing.xml <<'END'\n${xml}\nEND\nvirsh create --paused /tmp/passing.xml`);
    try {
      const passing = await machineNamed({ window, connection }, 'passing');
      const { live, saved } = await passing.definitions();
      expect(saved).toBeNull();
      const result = await passing.edit(
        (domain) => {
          domain.title = 'passing by';
          const card = domain.interfaces.at(0);
          if (card) card.link = 'down';
          domain.memory = 512 * MIB;
        },
        { base: live ?? '', scope: { saved: false, live: true } },
      );
      expect(result.changes.map(({ words, saved: kept, live: now }) => [words, kept, now])).toEqual([
        ['title: not set -> passing by', null, 'done'],
        ['memory: 192 MiB -> 512 MiB', null, 'never'],
        [expect.stringContaining('link not set -> down'), null, 'done'],
      ]);
      expect(result.changes[1]?.problem).toContain('nothing of the machine is saved');
      expect(await hv1().virsh(['dumpxml', 'passing'])).toContain("<link state='down'/>");
      expect(await hv1().virsh(['list', '--transient', '--name'])).toContain('passing');
    } finally {
      await hv1().virshAny(['destroy', 'passing']);
    }
  });

  it('starts a machine with settings of its firmware made anew', async () => {
    const xml = guestXml({ name: 'firm', machine: 'q35', firmware: 'uefi', graphics: 'none', boot: 'disk' });
    const nvram = '/var/lib/libvirt/qemu/nvram/firm_VARS.fd';
    await hv1().define(xml.replace(/<nvram template='([^']*)'\/>/, `<nvram template='$1'>${nvram}</nvram>`));
    const row = () => [...window.rows.values()].find(({ name }) => name === 'firm');
    const other = await until('its row', () => row()?.uuid);
    // As another system would have left it.
    await hv1().exec(
      `mkdir -p ${nvram.replace(/[^/]*$/, '')} && truncate -s 540672 ${nvram} && printf LEFTOVER > ${nvram}`,
    );
    const leftover = async () => (await hv1().exec(`head -c 8 ${nvram} | tr -d '\\0'`)).trim() === 'LEFTOVER';
    try {
      expect(await leftover()).toBe(true);
      await window.client.domains.start({ connection, uuid: other, resetNvram: true });
      await until('it runs', () => row()?.id ?? undefined);
      expect(await leftover()).toBe(false);
    } finally {
      await hv1().virshAny(['destroy', 'firm']);
    }
  });

  it('renames it once it is off, and resizes its disk', async () => {
    await hv1().virsh(['destroy', 'edited']);
    await until('off', () => window.rows.get(machine.ref.uuid)?.state === 'shutoff');
    await window.client.editing.resizeDisk({ ...machine.ref, target: 'vda', bytes: 16 * MIB }).then(
      () => {},
      async (error: unknown) => {
        // A file that was made behind the pool's back is found once the pool is read again.
        expect(error).toMatchObject({ kind: 'conflict' });
        await hv1().virsh(['pool-refresh', 'default']);
        await window.client.editing.resizeDisk({ ...machine.ref, target: 'vda', bytes: 16 * MIB });
      },
    );
    expect(await hv1().exec(`stat -c %s ${IMAGES}/a.img`)).toContain(String(16 * MIB));
    const result = await machine.edit((domain) => {
      domain.name = 'renamed';
      domain.vcpu = 1;
    });
    expect(result.changes.map(({ key, saved, live }) => [key, saved, live])).toEqual([
      ['name', 'done', null],
      ['vcpu', 'done', null],
    ]);
    expect(await hv1().virsh(['list', '--all', '--name'])).toContain('renamed');
  });
});
