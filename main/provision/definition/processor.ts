import { CPU_MODE, type Domain } from '../../../model/index.ts';
import { isParavirtual, isX86 } from '../defaults/context.ts';
import type { MachineParts } from './parts.ts';
import { isQemu } from './system.ts';

/** Features, processor and clock. */
export function writeProcessor(domain: Domain, parts: MachineParts): void {
  const { context, platform } = parts;
  const { features, clock } = domain;
  const x86 = isX86(context);
  const full = !isParavirtual(context);
  if (full && (x86 || platform.firmware === 'efi')) features.acpi = true;
  if (full && x86) features.apic = true;
  if (full && (context.type === 'xen' ? x86 : /^i[3-6]86$/.test(context.arch))) features.pae = true;
  if (x86 && platform.graphics === 'spice' && isQemu(context.type)) features.vmport = false;
  writeCpu(domain, parts);
  clock.offset = platform.clock;
  if (x86 && isQemu(context.type)) {
    // https://libvirt.org/formatdomain.html#time-keeping; what QEMU's own documentation and Red Hat advise.
    clock.timers.add({ name: 'rtc', tickPolicy: 'catchup' });
    clock.timers.add({ name: 'pit', tickPolicy: 'delay' });
    clock.timers.add({ name: 'hpet', present: false });
  }
  if (platform.hyperv) writeHyperv(domain, parts);
}

function writeCpu({ cpu }: Domain, { context, platform, vcpus }: MachineParts): void {
  const mode = CPU_MODE.find((one) => one === platform.cpu);
  if (mode !== undefined) cpu.mode = mode;
  else if (platform.cpu !== '') {
    cpu.mode = 'custom';
    cpu.match = 'exact';
    cpu.model = platform.cpu;
    cpu.fallback = 'allow';
  }
  // Windows for desktops uses two sockets at most, and without a word libvirt gives every vCPU one of its own.
  if (context.os.windows && isX86(context) && vcpus > 2) {
    cpu.sockets = 1;
    cpu.cores = vcpus;
    cpu.threads = 1;
  }
}

const SPINLOCK_RETRIES = 8191;

/** What of Hyper-V's interface makes Windows faster, as far as the host has it; later ones need those before. */
function writeHyperv({ features, clock }: Domain, { context }: MachineParts): void {
  if (context.type === 'xen') {
    features.viridian = true;
    return;
  }
  const has = new Set(context.capabilities.hypervFeatures);
  const { hyperv } = features;
  if (has.has('relaxed')) hyperv.relaxed = true;
  if (has.has('vapic')) hyperv.vapic = true;
  if (has.has('spinlocks')) {
    hyperv.spinlocks = true;
    hyperv.spinlockRetries = SPINLOCK_RETRIES;
  }
  if (has.has('vpindex')) {
    hyperv.vpindex = true;
    if (has.has('runtime')) hyperv.runtime = true;
    if (has.has('synic')) hyperv.synic = true;
    if (has.has('synic') && has.has('stimer')) hyperv.stimer = true;
    if (has.has('tlbflush')) hyperv.tlbflush = true;
    if (has.has('ipi')) hyperv.ipi = true;
  }
  if (has.has('frequencies')) hyperv.frequencies = true;
  clock.timers.add({ name: 'hypervclock', present: true });
}
