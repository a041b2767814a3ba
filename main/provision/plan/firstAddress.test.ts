import { expect, it } from 'vitest';
import { MachineSpec, type MachineSpecInput } from '../../../contract/index.ts';
import { forgetFirstAddress, withFirstAddress } from './firstAddress.ts';

const STATIC = { kind: 'static', addresses: ['192.0.2.10/24'] } as const;

function spec(change: Partial<MachineSpecInput> = {}, network: object = STATIC): MachineSpec {
  return MachineSpec.parse({
    connection: 'one',
    name: 'web1',
    os: null,
    virtType: 'qemu',
    install: {
      method: 'cloud',
      image: { kind: 'path', path: '/srv/image.qcow2' },
      disk: 'overlay',
      pool: 'default',
      cloudInit: { kind: 'form', network },
    },
    memoryMiB: 512,
    vcpus: 1,
    disks: [],
    cards: [{ kind: 'network', name: 'default' }],
    ...change,
  });
}
const macOf = (wanted: MachineSpec) => withFirstAddress(wanted).cards[0]?.mac ?? null;

it('draws an address for a card with fixed addresses, and shows the same one until the machine is made', () => {
  const mac = macOf(spec());
  expect(mac).toMatch(/^52:54:00(:[0-9a-f]{2}){3}$/);
  expect(macOf(spec())).toBe(mac);
  expect(macOf(spec({ name: 'web2' }))).not.toBe(mac);
  expect(macOf(spec({ connection: 'two' }))).not.toBe(mac);
  forgetFirstAddress(spec());
  expect(macOf(spec())).not.toBe(mac);
});

it('draws none that another card has', () => {
  const mac = macOf(spec());
  const second = { kind: 'network', name: 'default', mac: mac?.toUpperCase() ?? null } as const;
  expect(macOf(spec({ cards: [{ kind: 'network', name: 'default' }, second] }))).not.toBe(mac);
});

it('keeps to what the user says', () => {
  const mac = '52:54:00:00:00:01';
  const edited = `<domain type='qemu'><devices><interface type='user'><mac address='52:54:00:00:00:02'/></interface></devices></domain>`;
  expect(macOf(spec({ cards: [{ kind: 'user', mac }] }))).toBe(mac);
  expect(macOf(spec({ cards: [{ kind: 'user', mac }], edited }))).toBe('52:54:00:00:00:02');
  expect(macOf(spec({ cards: [{ kind: 'user', mac }], edited: '<domain' }))).toBe(mac);
});

it('draws nothing where libvirt can choose', () => {
  expect(macOf(spec({}, { kind: 'dhcp' }))).toBeNull();
  expect(macOf(spec({ install: { method: 'empty' } }))).toBeNull();
  expect(withFirstAddress(spec({ cards: [] })).cards).toEqual([]);
});
