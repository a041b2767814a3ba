import { expect, it } from 'vitest';
import { GuestConsole } from './guest/console.ts';
import { guestXml } from './guest/domain.ts';
import { describeLab } from './vitest.ts';

describeLab('tiny guests', { hosts: 1 }, (lab) => {
  async function start(boot: 'kernel' | 'cdrom' | 'pxe'): Promise<GuestConsole> {
    const host = lab().host('hv1');
    await host.define(guestXml({ name: boot, boot, networks: ['default'], agent: true }));
    await host.virsh(['start', boot]);
    return GuestConsole.open(host, boot);
  }

  it('boots a kernel directly, reports what it has and takes commands', async () => {
    const guest = await start('kernel');
    const [, name, from] = await guest.ready();
    expect([name, from]).toEqual(['kernel', 'kernel']);
    expect(await guest.command('echo one  two')).toBe('one two');
    expect(await guest.command('cpus')).toBe('1');
    await guest.command('settled');
    expect(await guest.command('addr')).toMatch(/eth0 inet 192\.168\.122\.\d+\/24/);
    await expect(guest.command('nonsense')).rejects.toThrow('unknown command');
    guest.send('poweroff\n');
    await lab().host('hv1').waitForState('kernel', 'shut off');
    guest.close();
  });

  it('boots from a CD-ROM through the BIOS and shows its marker on the screen', async () => {
    const guest = await start('cdrom');
    const [, , from] = await guest.ready();
    expect(from).toBe('cdrom');
    expect(await guest.command('vt 1')).toContain('VIRTDECK-GUEST ready name=tiny from=cdrom');
    await lab().host('hv1').virsh(['destroy', 'cdrom']);
    guest.close();
  });
});
