import { describe, expect, it } from 'vitest';
import { addChannel, Domain, DomainCapabilities } from '../../../../model/index.ts';
import type { FormHost } from './form.tsx';
import { deviceForms, formOf } from './registry.ts';

const PLATFORM = { type: 'qemu', arch: 'x86_64', machine: 'pc-q35-7.2' };

const host = (libvirt: number | null = 9000): FormHost => ({
  connection: 'c1',
  capabilities: DomainCapabilities.unknown(PLATFORM),
  networks: [],
  pools: [],
  libvirt,
  draft: false,
});

const machine = (type = 'qemu') =>
  Domain.parse(
    `<domain type='${type}'><os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type></os><devices/></domain>`,
  );

const creations = Object.values(deviceForms).flatMap((form) => form?.create ?? []);

function creation(id: string) {
  const found = creations.find((one) => one.id === id);
  if (!found) throw new Error(`Nothing is made by ${id}`);
  return found;
}

const kinds = (domain: Domain) => domain.devices.map((device) => device.element.nodeName).sort();

describe('displays', () => {
  it('come with a card, a pointer and what their clients need', () => {
    const domain = machine();
    creation('graphics-spice').make(domain, host());
    expect(kinds(domain)).toEqual(['channel', 'controller', 'graphics', 'input', 'video']);
    expect(domain.graphics.at(0)?.listens.at(0)?.address).toBe('127.0.0.1');
    creation('graphics-vnc').make(domain, host());
    expect(kinds(domain)).toEqual(['channel', 'controller', 'graphics', 'graphics', 'input', 'video']);
  });

  it('are there once of each kind, and OpenGL only beside VNC', () => {
    const domain = machine();
    expect(creation('graphics-egl-headless').reason(domain, host())).toContain('VNC');
    creation('graphics-vnc').make(domain, host());
    expect(creation('graphics-vnc').reason(domain, host())).toContain('already');
    expect(creation('graphics-rdp').reason(domain, host())).toContain('not offer');
    expect(creation('graphics-vnc').reason(machine('lxc'), host())).toContain('Containers');
  });

  it('take what only a SPICE client can use with them, and say so', () => {
    const domain = machine();
    const display = creation('graphics-spice').make(domain, host());
    addChannel(domain, 'agent');
    domain.addDevice('audio', { id: 1, type: 'spice' });
    const device = domain.graphics.at(0);
    if (!device) throw new Error(`No display was made: ${display.toXml()}`);
    const form = formOf(device);
    expect(form.dependents(device, domain)).toHaveLength(3);
    form.remove(device, domain);
    expect(domain.channels.map(({ name }) => name)).toEqual(['org.qemu.guest_agent.0']);
    expect(domain.audios.map(({ type }) => type)).toEqual(['none']);
    expect(domain.graphics.length).toBe(0);
  });

  it('keep the last graphics card', () => {
    const domain = machine();
    creation('graphics-vnc').make(domain, host());
    const card = domain.videos.at(0);
    if (!card) throw new Error('No card was made');
    expect(formOf(card).removable(card, domain)).toContain('None');
    creation('video').make(domain, host());
    expect(formOf(card).removable(card, domain)).toBeNull();
  });
});

describe('lines', () => {
  it('show the console of the first serial port as that port', () => {
    const domain = machine();
    creation('serial').make(domain, host());
    creation('console').make(domain, host());
    const shown = domain.consoles.all.filter((device) => !formOf(device).hidden(device, domain));
    expect(shown.map(({ targetType, port }) => [targetType, port])).toEqual([['virtio', 1]]);
    const port = domain.serials.at(0);
    if (!port) throw new Error('No port was made');
    expect(formOf(port).dependents(port, domain)).toHaveLength(1);
  });

  it('have each usual channel once, and those of SPICE with SPICE only', () => {
    const domain = machine();
    expect(creation('channel-spice').reason(domain, host())).toContain('SPICE');
    expect(creation('channel-agent').reason(domain, host())).toBeNull();
    const made = creation('channel-agent').make(domain, host());
    expect(made.get('target/@name')).toBe('org.qemu.guest_agent.0');
    expect(creation('channel-agent').reason(domain, host())).toContain('already');
    expect(creation('channel-vdagent').reason(domain, host())).toBeNull();
    expect(creation('channel').reason(machine('lxc'), host())).not.toBeNull();
  });

  it('tell what is still to be said', () => {
    const domain = machine();
    const port = domain.addDevice('serial', { type: 'unix' });
    const missing = () => formOf(port).missing(port, domain);
    expect(missing()).toContain('socket');
    port.source.path = '/tmp/x';
    expect(missing()).toBeNull();
    port.type = 'tcp';
    expect(missing()).toContain('port');
  });
});

describe('other devices', () => {
  it('are made so that the machine can have them', () => {
    const domain = machine();
    for (const id of ['tpm', 'rng', 'watchdog', 'panic', 'sound', 'audio', 'input-keyboard', 'parallel']) {
      const one = creation(id);
      expect([id, one.reason(domain, host())]).toEqual([id, null]);
      const device = one.make(domain, host());
      expect([id, device.element.parentNode?.nodeName]).toEqual([id, 'devices']);
    }
    expect(creation('tpm').reason(domain, host())).toContain('one TPM');
    expect(creation('watchdog').reason(domain, host())).toContain('A machine has one');
    expect(creation('watchdog').reason(domain, host(9001))).toBeNull();
  });

  it('choose the TPM that the firmware knows', () => {
    const [bios, efi] = [machine(), machine()];
    efi.os.firmware = 'efi';
    for (const domain of [bios, efi]) creation('tpm').make(domain, host());
    expect([bios.tpms.at(0)?.model, efi.tpms.at(0)?.model]).toEqual(['tpm-tis', 'tpm-crb']);
  });

  it('leave no card on a backend that is gone', () => {
    const domain = machine();
    const backend = domain.addDevice('audio', { id: 3, type: 'pulseaudio' });
    const card = domain.addDevice('sound', { model: 'ich9', audio: 3 });
    formOf(backend).remove(backend, domain);
    expect(card.audio).toBeNull();
  });

  it('that the board has cannot be taken out', () => {
    const domain = machine();
    const mouse = domain.addDevice('input', { type: 'mouse', bus: 'ps2' });
    expect(formOf(mouse).removable(mouse, domain)).toContain('board');
  });
});
