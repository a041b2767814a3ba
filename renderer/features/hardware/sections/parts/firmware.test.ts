import { describe, expect, it } from 'vitest';
import { Domain } from '../../../../../model/index.ts';
import {
  chooseFirmware,
  firmwareChoice,
  firmwareFeature,
  secureBootRefusal,
  setFirmwareFeature,
} from './firmware.ts';

const machine = (os = '', type = 'q35') =>
  Domain.parse(`<domain type='qemu'><os><type arch='x86_64' machine='${type}'>hvm</type>${os}</os></domain>`);
const IMAGE = `<loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE.fd</loader><nvram>/n</nvram>`;

describe('firmware', () => {
  it('is told from what is said', () => {
    expect(firmwareChoice(machine())).toBe('default');
    expect(firmwareChoice(machine(IMAGE))).toBe('manual');
    const automatic = machine(IMAGE);
    automatic.os.firmware = 'efi';
    expect(firmwareChoice(automatic)).toBe('efi');
  });

  it('goes with its image and its NVRAM', () => {
    const domain = machine(IMAGE);
    chooseFirmware(domain, 'efi', null);
    expect([domain.os.firmware, domain.os.loader, domain.os.nvram]).toEqual(['efi', null, null]);
    expect(domain.features.acpi).toBe(true);
    chooseFirmware(domain, 'manual', '/a.fd');
    expect([domain.os.firmware, domain.os.loader, domain.os.loaderType]).toEqual([null, '/a.fd', 'pflash']);
    chooseFirmware(domain, 'default', null);
    expect(domain.toXml()).not.toMatch(/loader|nvram|firmware/);
  });

  it('has features, which need others', () => {
    const domain = machine();
    chooseFirmware(domain, 'efi', null);
    setFirmwareFeature(domain, 'secure-boot', 'on');
    setFirmwareFeature(domain, 'enrolled-keys', 'on');
    expect(domain.features.smm).toBe(true);
    setFirmwareFeature(domain, 'secure-boot', 'off');
    expect(firmwareFeature(domain, 'enrolled-keys')).toBe('off');
    setFirmwareFeature(domain, 'secure-boot', null);
    expect(firmwareFeature(domain, 'secure-boot')).toBeNull();
  });

  it('is secure on q35 only', () => {
    expect(secureBootRefusal(machine())).toBeNull();
    expect(secureBootRefusal(machine('', 'pc-q35-7.2'))).toBeNull();
    expect(secureBootRefusal(machine('', 'pc-i440fx-7.2'))).toBe('q35 machines only');
  });
});
