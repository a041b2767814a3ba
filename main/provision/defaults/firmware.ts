import type { Platform } from '../../../contract/index.ts';
import { type Chosen, chosen, type DefaultsContext, isX86, kindOf, option, yesNo } from './context.ts';

/** BIOS or UEFI. Elsewhere than on x86, `bios` is what the board begins with by itself. */
export function chooseFirmware(context: DefaultsContext): Chosen<Platform['firmware']> {
  const { choices } = context;
  const refusal = efiRefusal(context);
  const reason = wantsEfi(context);
  const value = reason !== null && refusal === null ? 'efi' : 'bios';
  const bios = isX86(context)
    ? option('bios', 'BIOS', biosRefusal(context))
    : option('bios', 'The board’s own');
  return chosen(
    choices.firmware,
    value,
    [bios, option('efi', 'UEFI', refusal)],
    value === 'efi' ? reason : null,
  );
}

/** Why the system has to have UEFI; null: it has not. */
export function wantsEfi(context: DefaultsContext): string | null {
  const { os, arch } = context;
  if (os.requiresSecureBoot || os.requiresTpm) return `${os.name} demands UEFI with secure boot.`;
  if (isX86(context)) return os.biosSupported ? null : `${os.name} does not boot with a BIOS.`;
  if (/^(?:aarch64|loongarch)/.test(arch)) return `${arch} machines boot with UEFI.`;
  // Of RISC-V and 32-bit ARM few hosts have firmware, and a kernel can be booted without.
  return /^riscv/.test(arch) ? `${arch} machines boot with UEFI.` : null;
}

function efiRefusal(context: DefaultsContext): string | null {
  const { capabilities } = context;
  if (capabilities.firmwares.includes('efi')) return null;
  const how = isX86(context) ? ' Install it there: sudo apt install ovmf (Fedora: edk2-ovmf).' : '';
  return `This host has no UEFI firmware for ${kindOf(context)}.${how}`;
}

function biosRefusal({ os }: DefaultsContext): string | null {
  return os.biosSupported ? null : `${os.name} does not boot with a BIOS.`;
}

/** @param firmware that was chosen */
export function chooseSecureBoot(context: DefaultsContext, firmware: Platform['firmware']): Chosen<boolean> {
  const refusal = secureBootRefusal(context, firmware);
  const wanted = context.os.requiresSecureBoot && refusal === null;
  const reason = wanted ? `${context.os.name} demands it.` : null;
  return chosen(context.choices.secureBoot, wanted, yesNo(refusal), reason);
}

function secureBootRefusal(context: DefaultsContext, firmware: Platform['firmware']): string | null {
  if (firmware !== 'efi') return 'Secure boot is a thing of UEFI.';
  if (context.capabilities.secureBoot) return null;
  return `This host has no UEFI firmware with secure boot for ${kindOf(context)}.`;
}

const TPMS: readonly (readonly [Platform['tpm'], string])[] = [
  ['none', 'None'],
  ['2.0', 'TPM 2.0'],
  ['1.2', 'TPM 1.2'],
];

export function chooseTpm(context: DefaultsContext): Chosen<Platform['tpm']> {
  const options = TPMS.map(([value, label]) => option(value, label, tpmRefusal(context, value)));
  const possible = options.find((one) => one.value === '2.0')?.refusal === null;
  const wanted = context.os.requiresTpm && possible;
  return chosen(
    context.choices.tpm,
    wanted ? '2.0' : 'none',
    options,
    wanted ? `${context.os.name} demands it.` : null,
  );
}

function tpmRefusal(context: DefaultsContext, version: Platform['tpm']): string | null {
  const { tpm } = context.capabilities;
  if (version === 'none') return null;
  if (!tpm.backends.includes('emulator') || tpm.models.length === 0) {
    return `This host emulates no TPM for ${kindOf(context)}. It takes swtpm on the host.`;
  }
  if (version === '1.2' && !tpm.models.includes('tpm-tis')) {
    return 'Version 1.2 takes a TPM of the model tpm-tis.';
  }
  return tpm.versions.length === 0 || tpm.versions.includes(version)
    ? null
    : `This host emulates no TPM of version ${version}.`;
}
