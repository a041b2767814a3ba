import { afterEach, expect, it } from 'vitest';
import { GuestConsole } from './guest/console.ts';
import { guestXml } from './guest/domain.ts';
import type { Host } from './lab/host.ts';
import { describeLab } from './vitest.ts';

describeLab('live migration', { hosts: 2 }, (lab) => {
  const disk = '/srv/shared/traveller.qcow2';

  async function startTraveller(host: Host): Promise<GuestConsole> {
    await host.exec(`qemu-img create -q -f qcow2 ${disk} 64M`);
    await host.define(
      guestXml({ name: 'traveller', disks: [{ path: disk, cache: 'none' }], networks: ['default'] }),
    );
    await host.virsh(['start', 'traveller']);
    const guest = await GuestConsole.open(host, 'traveller');
    await guest.ready();
    return guest;
  }

  afterEach(async () => {
    for (const host of lab().hosts) {
      await host.virshAny(['destroy', 'traveller']);
      await host.virshAny(['undefine', 'traveller']);
    }
  });

  // libvirt takes only network file systems for shared, hence "unsafe".
  it.each([
    ['TLS', 'qemu+tls://hv2/system'],
    ['TCP', 'qemu+tcp://hv2/system'],
    ['ssh', 'qemu+ssh://root@hv2/system'],
  ])('takes a running guest from hv1 to hv2, host to host over %s', async (_name, destination) => {
    const before = await startTraveller(lab().host('hv1'));
    await before.command('write vda kept');
    await before.command('sh echo in memory >/tmp/kept');
    before.close();
    const words = ['migrate', '--live', '--unsafe', '--p2p', '--persistent', '--undefinesource', 'traveller'];
    await lab()
      .host('hv1')
      .virsh([...words, destination]);
    expect(await lab().host('hv2').state('traveller')).toBe('running');
    expect((await lab().host('hv1').virshAny(['domstate', 'traveller'])).code).toBe(1);
    const after = await GuestConsole.open(lab().host('hv2'), 'traveller');
    expect(await after.command('read vda')).toBe('kept');
    expect(await after.command('sh cat /tmp/kept')).toBe('in memory');
    expect(await after.command('write vda again')).toBe('written');
    after.close();
  });

  it('takes it managed by the client, which alone can reach both', async () => {
    (await startTraveller(lab().host('hv1'))).close();
    const { uri } = lab().host('hv2');
    const words = [
      '-c',
      lab().host('hv1').uri.named.tls,
      'migrate',
      '--live',
      '--unsafe',
      'traveller',
      uri.named.tls,
    ];
    await lab().client.run('virsh', words);
    expect(await lab().host('hv2').state('traveller')).toBe('running');
  });
});
