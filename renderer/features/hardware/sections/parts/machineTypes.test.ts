import { expect, it } from 'vitest';
import { Capabilities, Domain } from '../../../../../model/index.ts';
import { familyOf, machineOptions } from './machineTypes.ts';

it.each([
  ['pc-q35-7.2', 'q35'],
  ['q35', 'q35'],
  ['pc', 'pc'],
  ['pc-i440fx-9.0', 'pc'],
  ['pc-1.2', 'pc'],
  ['virt-7.2', 'virt'],
  ['virt', 'virt'],
  ['s390-ccw-virtio-7.2', 's390-ccw-virtio'],
  ['microvm', 'microvm'],
])('%s is a %s', (name, family) => {
  expect(familyOf(name)).toBe(family);
});

it('offers its own kind, and others where devices have no places yet', () => {
  const capabilities = Capabilities.parse(`<capabilities><guest><os_type>hvm</os_type><arch name='x86_64'>
    <machine canonical='pc-i440fx-7.2'>pc</machine><machine>pc-q35-7.2</machine><domain type='qemu'/>
    </arch></guest></capabilities>`);
  const [guest] = capabilities.guests.all;
  if (!guest) throw new Error('there is one');
  const found = { guest, domain: guest.domains.at(0) };
  const machine = (devices: string) =>
    Domain.parse(
      `<domain type='qemu'><os><type machine='pc-q35-7.1'>hvm</type></os><devices>${devices}</devices></domain>`,
    );
  const address = "<rng model='virtio'><address type='pci' slot='0x02'/></rng>";
  expect(machineOptions(machine(address), found).map(({ value, reason }) => [value, reason])).toEqual([
    ['pc-q35-7.2', null],
    ['pc', 'its devices have other places'],
  ]);
  expect(machineOptions(machine(''), found).every(({ reason }) => reason === null)).toBe(true);
  expect(machineOptions(machine(''), null)).toEqual([]);
});
