import { expect, it } from 'vitest';
import { Domain } from '../../../../../model/index.ts';
import { oemStrings, smbiosEntry } from './smbios.ts';

const machine = () => Domain.parse("<domain type='qemu'><os><type>hvm</type></os></domain>");

it('makes tables with the first entry, and takes them away with the last', () => {
  const domain = machine();
  const product = smbiosEntry('system', 'product');
  const asset = smbiosEntry('baseBoard', 'asset');
  product.write(domain, 'Desk 1');
  asset.write(domain, '42');
  expect([product.read(domain), asset.read(domain), domain.os.smbios]).toEqual(['Desk 1', '42', 'sysinfo']);
  product.write(domain, null);
  expect(domain.os.smbios).toBe('sysinfo');
  asset.write(domain, null);
  expect(domain.toXml()).not.toMatch(/sysinfo|smbios/);
});

it('leaves what is for fw_cfg alone', () => {
  const domain = machine();
  domain.sysinfo.add({ type: 'fwcfg' }).entries.add({ name: 'opt/a', value: 'b' });
  oemStrings.write(domain, 'one\ntwo');
  expect(oemStrings.read(domain)).toBe('one\ntwo');
  oemStrings.write(domain, null);
  expect(domain.sysinfo.map(({ type }) => type)).toEqual(['fwcfg']);
});
