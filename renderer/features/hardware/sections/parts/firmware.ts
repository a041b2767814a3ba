import type { Domain } from '../../../../../model/index.ts';

/** How the firmware of a machine is chosen. */
export type FirmwareChoice = 'default' | 'bios' | 'efi' | 'manual';

/** Which firmware a definition has, in the words of the choice. */
export function firmwareChoice({ os }: Domain): FirmwareChoice {
  if (os.firmware !== null) return os.firmware === 'efi' ? 'efi' : 'bios';
  return os.loader === null ? 'default' : 'manual';
}

/**
 * Chooses it. What was said of the one before goes, its NVRAM as well: another firmware cannot read it. libvirt
 * looks for a new image and makes a new NVRAM.
 */
export function chooseFirmware(domain: Domain, choice: FirmwareChoice, loader: string | null): void {
  const { os } = domain;
  os.set('loader', null);
  os.set('nvram', null);
  os.set('firmware', null);
  os.firmware = choice === 'bios' || choice === 'efi' ? choice : null;
  if (choice === 'efi') domain.features.acpi = true;
  if (choice !== 'manual') return;
  os.loader = loader ?? '';
  os.loaderReadonly = true;
  os.loaderType = 'pflash';
}

/** What is said of a feature of the firmware: `on`, `off`, or nothing. */
export function firmwareFeature({ os }: Domain, name: string): 'on' | 'off' | null {
  const feature = os.firmwareFeatures.find((one) => one.name === name);
  return feature?.enabled === true ? 'on' : feature?.enabled === false ? 'off' : null;
}

/** Secure boot wants System Management Mode; and the image that was found before may not have the feature. */
export function setFirmwareFeature(domain: Domain, name: string, state: string | null): void {
  const { os } = domain;
  const there = os.firmwareFeatures.find((one) => one.name === name);
  if (state === null) {
    if (there) os.firmwareFeatures.remove(there);
  } else {
    const feature = there ?? os.firmwareFeatures.add();
    Reflect.set(feature, 'name', name);
    feature.enabled = state === 'on';
  }
  os.set('loader', null);
  os.set('nvram', null);
  if (name !== 'secure-boot') return;
  if (state === 'on') domain.features.smm = true;
  // Keys are enrolled for secure boot only.
  const keys = os.firmwareFeatures.find((one) => one.name === 'enrolled-keys');
  if (state === 'off' && keys?.enabled === true) keys.enabled = false;
}

/** Why a machine cannot have secure boot; null: it can. */
export function secureBootRefusal({ os }: Domain): string | null {
  const name = os.machine ?? '';
  if (os.arch !== 'x86_64' && os.arch !== 'i686') return null;
  return /^(?:pc-)?q35/.test(name) ? null : 'q35 machines only';
}
