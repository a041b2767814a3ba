import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Domain } from '../../model/index.ts';
import { type TestApp, type TestWindow, until } from '../integration/helpers/services/app.ts';
import { openApp } from '../integration/helpers/services/machine.ts';
import { GuestConsole } from './guest/console.ts';
import { guestXml, hostMedia } from './guest/domain.ts';
import { realAgentInitrd } from './guest/realAgent.ts';
import { describeLab } from './vitest.ts';

const IMAGES = '/var/lib/libvirt/images';
const LONG = 150_000;

describeLab('what is known of guests', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let app: TestApp;
  let window: TestWindow;
  let guest: GuestConsole;
  let connection = '';

  const row = (name: string) => [...window.rows.values()].find((one) => one.name === name);
  const ref = (name: string) => ({ connection, uuid: row(name)?.uuid ?? '' });
  const dump = async (name: string, ...flags: string[]) =>
    Domain.parse(await hv1().virsh(['dumpxml', name, ...flags]));

  /** Asks again and again until there is an answer. */
  async function answered<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
    for (const deadline = Date.now() + LONG; Date.now() < deadline; ) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`waited in vain for ${what}`);
  }

  /** Guests that start side by side on a busy machine may have given up to ask for an address. */
  const addressed = (console: GuestConsole) =>
    answered('an address', async () => {
      const inside = (await console.command('addr')).match(/inet (\d+\.\d+\.\d+\.\d+)/)?.[1];
      if (inside === undefined) await console.command('dhcp');
      return inside;
    });

  beforeAll(async () => {
    await hv1().exec(
      `cd ${IMAGES} && qemu-img create -q -f qcow2 base.qcow2 32M && qemu-img create -q -f qcow2 -b base.qcow2 -F qcow2 mid.qcow2 && qemu-img create -q -f qcow2 -b mid.qcow2 -F qcow2 top.qcow2`,
    );
    await hv1().define(
      guestXml({
        name: 'told',
        networks: ['default'],
        agent: true,
        disks: [{ path: `${IMAGES}/top.qcow2` }],
      }),
    );
    await hv1().define(guestXml({ name: 'mute', networks: ['default'], memory: 128 }));
    await hv1().define(guestXml({ name: 'resting', disks: [{ path: `${IMAGES}/mid.qcow2` }] }));
    ({ app, window, connection } = await openApp(hv1().uri.unix));
    await hv1().virsh(['start', 'told']);
    await hv1().virsh(['start', 'mute']);
    guest = await GuestConsole.open(hv1(), 'told');
    await guest.ready();
    await guest.command('settled');
  }, 180_000);
  afterAll(async () => {
    guest?.close();
    await app?.stop();
  });

  it('comes from its agent, with everything that it tells', async () => {
    const inside = await addressed(guest);
    const facts = await answered('the agent', async () => {
      const told = await window.client.domains.guest(ref('told'));
      return told.agent === 'answers' ? told : undefined;
    });
    expect(facts.facts?.hostname).toBe('told');
    expect(facts.facts?.os?.name).toBe('Tiny guest 1');
    expect(facts.facts?.users?.map(({ name }) => name)).toEqual(['root']);
    expect(facts.facts?.timezone).toEqual({ name: 'UTC', offset: 0 });
    expect(Math.abs(facts.facts?.clock?.aheadMs ?? Number.POSITIVE_INFINITY)).toBeLessThan(60_000);
    expect(facts.facts?.filesystems?.[0]).toMatchObject({ mountpoint: '/tmp', type: 'tmpfs' });
    expect(facts.source).toBe('agent');
    expect(facts.interfaces.flatMap(({ addresses }) => addresses).join()).toContain(`${inside}/`);
    await until('the row', () => row('told')?.addresses?.includes(inside));
  }, 200_000);

  it('comes from leases where there is no agent, which is said', async () => {
    const mute = await GuestConsole.open(hv1(), 'mute');
    await mute.ready();
    await mute.command('settled');
    await addressed(mute);
    mute.close();
    const facts = await answered('a lease', async () => {
      const told = await window.client.domains.guest(ref('mute'));
      return told.source === null ? undefined : told;
    });
    expect(facts).toMatchObject({ agent: 'no-channel', source: 'lease', facts: null });
    expect(facts.interfaces[0]?.addresses[0]).toMatch(/^\d+\.\d+\.\d+\.\d+\/\d+$/);
    expect((await window.client.domains.guest(ref('resting'))).agent).toBe('off');
  }, 200_000);

  it('is found out behind for those who look at the list', async () => {
    await hv1().virsh(['destroy', 'mute']);
    await until('that it is off', () => (row('mute')?.addresses === null ? true : undefined));
    await window.client.app.setVisible({ visible: true });
    await window.client.stats.watch({ connections: [connection] });
    await hv1().virsh(['start', 'mute']);
    const addresses = await until('its address', () => row('mute')?.addresses?.[0], LONG);
    expect(addresses).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(row('mute')?.startedAt).toBeGreaterThan(Date.now() - 120_000);
  }, 200_000);

  it('does not keep other calls waiting when the agent hangs', async () => {
    expect(await guest.command('sh killall -STOP agent && echo stopped')).toBe('stopped');
    const asked = Date.now();
    const slow = window.client.domains.guest(ref('told'));
    const definitions = await window.client.editing.definitions(ref('told'));
    expect(definitions.live).not.toBeNull();
    expect(Date.now() - asked).toBeLessThan(4_000);
    const facts = await slow;
    expect(facts.agent).toBe('silent');
    expect(facts.source).toBe('lease');
    await guest.command('sh killall -CONT agent');
  }, 60_000);

  it('is written down in both definitions, and outlives the other client’s redefinition', async () => {
    const told = ref('told');
    await hv1().virsh([
      'metadata',
      'told',
      '--live',
      '--config',
      '--uri',
      'urn:example:note',
      '--key',
      'n',
      '--set',
      '<note>kept</note>',
    ]);
    await window.client.domains.setTexts({
      ...told,
      texts: { title: 'The told one', description: 'Says\nmuch', tags: ['web', 'a & b'], icon: 'server' },
    });
    await window.client.domains.setTexts({ ...told, texts: { notes: 'Ask <Anna>\nfirst' } });
    await hv1().exec('virsh dumpxml told --inactive > /tmp/told.xml && virsh define /tmp/told.xml');
    for (const domain of [await dump('told'), await dump('told', '--inactive')]) {
      expect(domain.title).toBe('The told one');
      expect(domain.description).toBe('Says\nmuch');
      expect([...domain.metadata.tags]).toEqual(['web', 'a & b']);
      expect(domain.metadata.icon).toBe('server');
      expect(domain.metadata.notes).toBe('Ask <Anna>\nfirst');
      expect(domain.toXml()).toContain('kept</n:note>');
    }
    await until('the row', () => row('told')?.icon === 'server' || undefined);
    expect(row('told')?.tags).toEqual(['web', 'a & b']);
    await window.client.domains.setTexts({ ...told, texts: { title: '', tags: [], icon: '', notes: '' } });
    expect((await dump('told')).toXml()).not.toContain('urn:virtdeck');
    const causes = (await window.client.history.list(told)).map(({ cause, by }) => `${cause} by ${by}`);
    expect(causes.filter((one) => one === 'Description changed by virtdeck')).toHaveLength(3);
    await hv1().virsh(['desc', 'told', '--live', '--config', '--title', 'By virsh']);
    await until('the other client’s title', () => row('told')?.title === 'By virsh' || undefined);
  }, 60_000);

  it('that another client has replaced is kept, also when somebody looks before it was noticed', async () => {
    const resting = ref('resting');
    const before = await window.client.editing.definitions(resting);
    await hv1().exec(
      'virsh dumpxml resting | sed "s/<vcpu.*/<vcpu>2<\\/vcpu>/" > /tmp/r.xml && virsh define /tmp/r.xml',
    );
    await window.client.editing.definitions(resting);
    const [entry, ...older] = await window.client.history.list(resting);
    expect(older).toEqual([]);
    expect(entry).toMatchObject({ by: 'other', cause: 'Changed by another program' });
    const { xml } = await window.client.history.xml({ ...resting, id: entry?.id ?? '' });
    expect(xml).toBe(before.saved);
  });

  it('comes from QEMU’s own agent just so', async () => {
    copyFileSync(await realAgentInitrd(), join(hv1().folder, IMAGES, 'agent.gz'));
    const xml = guestXml({ name: 'real', networks: ['default'], agent: true });
    await hv1().define(xml.replace(hostMedia.initrd, `${IMAGES}/agent.gz`));
    await hv1().virsh(['start', 'real']);
    await until('the row', () => row('real'));
    const facts = await answered('the real agent', async () => {
      const told = await window.client.domains.guest(ref('real'));
      return told.agent === 'answers' && told.facts?.os ? told : undefined;
    });
    expect(facts.facts?.hostname).toBe('real');
    expect(facts.facts?.os?.name).toBe('Virtdeck test guest 7');
    expect(facts.facts?.os?.kernel).toMatch(/^\d+\.\d+/);
    expect(facts.facts?.timezone?.offset).toBe(0);
    expect(facts.facts?.users).toEqual([]);
    expect(Math.abs(facts.facts?.clock?.aheadMs ?? Number.POSITIVE_INFINITY)).toBeLessThan(60_000);
    expect(facts.interfaces.map(({ name }) => name)).toContain('eth0');
    await hv1().virsh(['destroy', 'real']);
    expect((await window.client.domains.guest(ref('real'))).agent).toBe('off');
  }, 200_000);

  it('has sizes and backing images of disks, on and off', async () => {
    const [size] = await window.client.domains.diskUsage(ref('told'));
    expect(size).toMatchObject({ target: 'vda', capacity: 32 * 1024 ** 2, problem: null });
    expect(size?.physical).toBeGreaterThan(0);
    const chain = await window.client.domains.backingChain({ ...ref('told'), target: 'vda' });
    const names = (images: { source: string }[]) => images.map(({ source }) => source.split('/').at(-1));
    expect(names(chain.images)).toEqual(['top.qcow2', 'mid.qcow2', 'base.qcow2']);
    await hv1().virsh(['pool-refresh', 'default']);
    const off = await window.client.domains.backingChain({ ...ref('resting'), target: 'vda' });
    expect(names(off.images)).toEqual(['mid.qcow2', 'base.qcow2']);
    expect(off.problem).toBeNull();
    expect(await window.client.domains.diskUsage(ref('resting'))).toMatchObject([
      { capacity: 32 * 1024 ** 2 },
    ]);
  }, 60_000);

  it('is renamed while off, refused otherwise, and defined again when it was deleted', async () => {
    await expect(window.client.domains.rename({ ...ref('told'), name: 'other' })).rejects.toThrow(
      /only while it is off/,
    );
    const resting = ref('resting');
    await window.client.domains.rename({ ...resting, name: 'asleep' });
    await until('the new name', () => row('asleep')?.uuid === resting.uuid || undefined);
    const { saved } = await window.client.editing.definitions(resting);
    const again = { ...resting, xml: saved ?? '' };
    await expect(window.client.editing.defineAgain(again)).rejects.toThrow(/there is a machine/);
    await hv1().virsh(['undefine', 'asleep']);
    await until('that it is gone', () => (row('asleep') === undefined ? true : undefined));
    await window.client.editing.defineAgain(again);
    await until('that it is back', () => row('asleep')?.uuid === resting.uuid || undefined);
    expect((await dump('asleep', '--inactive')).toXml()).toBe(Domain.parse(saved ?? '').toXml());
  }, 60_000);
});
