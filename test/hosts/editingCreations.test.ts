import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compare, Domain, DomainCapabilities } from '../../model/index.ts';
import type { FormHost } from '../../renderer/features/hardware/forms/form.tsx';
import { deviceForms } from '../../renderer/features/hardware/forms/registry.ts';
import type { TestApp } from '../integration/helpers/services/app.ts';
import { machineNamed, openApp, type TestMachine } from '../integration/helpers/services/machine.ts';
import { guestXml } from './guest/domain.ts';
import { describeLab } from './vitest.ts';

/** What libvirt adds for other devices to sit on, or to go with a display; a machine without a balloon says so. */
const OWN = /^(?:controllers|videos|audios|memballoons|inputs)\[/;
/** What a machine is given for memory to be plugged in, or to be shared; it stays. */
const ROOM =
  /^(?:memory|currentMemory|maxMemory|memorySlots|memoryBacking\b.*|cpu\/cells\b.*|features\/ioapic)$/;

function strange(before: Domain, after: Domain): string[] {
  return compare(before, after)
    .map(({ key }) => key)
    .filter((key) => !OWN.test(key) && !ROOM.test(key));
}

const XML = guestXml({ name: 'adding', graphics: 'none', machine: 'q35' }).replace(
  '</name>',
  '</name><uuid>1a6e7a40-0e61-4d3c-9a57-6d0c6a3c9d71</uuid>',
);

const creations = Object.values(deviceForms).flatMap((form) =>
  (form?.create ?? []).map((creation) => ({ form, creation })),
);

describeLab('everything that Add hardware offers', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let app: TestApp;
  let host: FormHost;
  let machine: TestMachine;

  beforeAll(async () => {
    await hv1().define(XML);
    const { window, connection, app: started } = await openApp(hv1().uri.unix);
    app = started;
    machine = await machineNamed({ window, connection }, 'adding');
    const platform = { type: 'qemu', arch: 'x86_64', machine: 'q35', emulator: null };
    const { xml } = await window.client.hosts.domainCapabilities({ connection, ...platform });
    const networks = await window.client.networks.list({ connection });
    const pools = await window.client.storage.pools({ connection });
    const capabilities = DomainCapabilities.parse(xml ?? '');
    host = { connection, capabilities, networks, pools, libvirt: 9000, draft: false };
  }, 120_000);
  afterAll(async () => {
    await app?.stop();
  });

  beforeEach(async () => void (await hv1().define(XML)));

  const saved = async () => Domain.parse(await hv1().virsh(['dumpxml', 'adding', '--inactive']));

  async function apply(base: Domain, proposed: Domain): Promise<void> {
    const scope = { saved: true, live: false };
    const result = await machine.apply(base.toXml(), proposed.toXml(), { scope });
    expect(result.refused, JSON.stringify(result.refused)).toBeNull();
  }

  describe.each(creations.map((one) => [one.creation.label, one] as const))('%s', (_label, one) => {
    it('is taken by libvirt as it comes, says what is missing, or why it cannot be had; and goes again', async () => {
      const { form, creation } = one;
      const first = await saved();
      const domain = Domain.parse(first.toXml());
      if (creation.reason(domain, host) !== null) return;
      const element = creation.make(domain, host).element;
      const device = domain.devices.find((other) => other.element === element);
      if (!device || !form) throw new Error('The new device is not in the definition');
      expect(form.name(device)).not.toBe('');
      if (form.missing(device, domain) !== null) return;
      await apply(first, domain);

      const added = await saved();
      const asked = new Set(compare(first, domain).map(({ key }) => key));
      expect(strange(first, added).filter((key) => !asked.has(key))).toEqual([]);
      const now = Domain.parse(added.toXml());
      const place = domain.devices
        .filter(({ element: other }) => other.nodeName === element.nodeName)
        .findIndex(({ element: other }) => other === element);
      const there = now.devices.filter((other) => other.element.nodeName === element.nodeName)[place];
      if (!there) throw new Error('The new device was not saved');
      if (form.removable(there, now) !== null) return;
      form.remove(there, now);
      await apply(added, now);
      expect(strange(first, await saved())).toEqual([]);
    }, 60_000);
  });
});
