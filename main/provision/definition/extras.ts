import { addChannel, addConsole, addMemballoon, addRng, addTpm, type Domain } from '../../../model/index.ts';
import type { MachineParts } from './parts.ts';
import { isQemu } from './system.ts';

/** Text console, guest agent, TPM, random numbers and balloon. */
export function writeExtras(domain: Domain, parts: MachineParts): void {
  const { platform, context } = parts;
  // libvirt makes of it the serial line that the board has.
  const console = addConsole(domain);
  if (/^s390/.test(context.arch)) console.targetType = 'sclp';
  if (platform.guestAgent) addChannel(domain, 'agent');
  if (platform.tpm !== 'none') addTpm(domain, { model: tpmModel(parts), version: platform.tpm });
  if (platform.rng) addRng(domain);
  if (isQemu(context.type)) {
    // Without a word there would be one.
    addMemballoon(domain, platform.balloon ? 'virtio' : 'none');
  }
}

function tpmModel({ context, platform }: MachineParts): string {
  const { models } = context.capabilities.tpm;
  const wanted = platform.tpm === '2.0' ? ['tpm-crb', 'tpm-tis', 'tpm-spapr'] : ['tpm-tis'];
  return wanted.find((model) => models.includes(model)) ?? 'tpm-tis';
}
