import { describe, expect, it } from 'vitest';
import { Domain } from '../../../model/index.ts';
import { emptyDrive, mediaToEject, oneMachine } from './definitions.ts';

const drive = (source: string, target = 'sda') =>
  `<disk type='file' device='cdrom'>${source}<target dev='${target}' bus='sata'/><readonly/></disk>`;
const xml = (devices: string, uuid = '') =>
  `<domain type='qemu'><name>web1</name>${uuid}<devices>${devices}</devices></domain>`;
const card = (mac = '') => `<interface type='user'>${mac}</interface>`;
const iso = `<source file='/isos/debian.iso'/>`;

describe('the two definitions of a machine', () => {
  it('have the same UUID and MAC addresses', () => {
    const own = `<mac address='52:54:00:00:00:01'/>`;
    const made = oneMachine(xml(card() + card(own)), xml(card() + card()));
    const [last, first] = [Domain.parse(made.final), Domain.parse(made.install ?? '')];
    expect(last.uuid).toBe(made.uuid);
    expect(first.uuid).toBe(made.uuid);
    const macs = (domain: Domain) => domain.interfaces.all.map((one) => one.mac);
    expect(macs(first)).toEqual(macs(last));
    expect(macs(last)).toEqual([expect.stringMatching(/^52:54:00:/), '52:54:00:00:00:01']);
  });

  it('keep the UUID that the user has given', () => {
    const uuid = '6b1a3c9e-1111-4222-8333-444455556666';
    expect(oneMachine(xml('', `<uuid>${uuid}</uuid>`), null)).toMatchObject({ uuid, install: null });
  });
});

describe('media', () => {
  it('are ejected that the final definition does not have', () => {
    const install = xml(drive(iso) + drive(`<source file='/isos/tools.iso'/>`, 'sdb'));
    const final = xml(drive('') + drive(`<source file='/isos/tools.iso'/>`, 'sdb'));
    expect(mediaToEject({ final, install })).toEqual(['sda']);
    expect(mediaToEject({ final: install, install: null })).toEqual(['sda', 'sdb']);
  });

  it('go, and the drive stays', () => {
    const empty = emptyDrive(xml(drive(iso)), 'sda') ?? '';
    expect(empty).not.toContain('source');
    expect(empty).toContain(`<target dev='sda' bus='sata'/>`);
    expect(emptyDrive(xml(drive('')), 'sda')).toBeNull();
    expect(emptyDrive(xml(drive(iso)), 'sdz')).toBeNull();
  });
});
