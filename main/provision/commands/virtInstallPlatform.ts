import { CPU_MODE } from '../../../model/index.ts';
import { isContainer, isX86 } from '../defaults/context.ts';
import { defineMachine } from '../definition/define.ts';
import type { MachineParts } from '../definition/parts.ts';

/** Firmware, processor, features and clock. */
export function platformArguments(parts: MachineParts): string[] {
  if (isContainer(parts.context)) return [];
  return [...cpu(parts), ...features(parts), ...clock(parts)];
}

function cpu({ platform, context, vcpus }: MachineParts): string[] {
  const words: string[] = [];
  const mode = CPU_MODE.find((one) => one === platform.cpu);
  if (mode !== undefined) words.push(`mode=${mode}`);
  else if (platform.cpu !== '') words.push('mode=custom', `model=${platform.cpu}`, 'match=exact');
  if (context.os.windows && isX86(context) && vcpus > 2) {
    words.push('topology.sockets=1', `topology.cores=${vcpus}`, 'topology.threads=1');
  }
  return ['--cpu', words.length === 0 ? 'hypervisor-default' : words.join(',')];
}

/** Those that virt-install has options for; the others are written into the definition. */
const OPTIONS = new Set(['relaxed', 'vapic', 'synic']);

/** Read from the definition itself: what stands there is what has to be said. */
function features(parts: MachineParts): string[] {
  const { hyperv, vmport } = defineMachine(parts).features;
  const all = [
    ['relaxed', hyperv.relaxed],
    ['vapic', hyperv.vapic],
    ['vpindex', hyperv.vpindex],
    ['runtime', hyperv.runtime],
    ['synic', hyperv.synic],
    ['stimer', hyperv.stimer],
    ['frequencies', hyperv.frequencies],
    ['tlbflush', hyperv.tlbflush],
    ['ipi', hyperv.ipi],
  ] as const;
  // virt-install gives Windows some of them by itself.
  const windows = parts.context.os.windows && isX86(parts.context);
  const on = all.flatMap(([name, state]) => (state === true ? [name] : []));
  const words = on.filter((name) => OPTIONS.has(name)).map((name) => `hyperv.${name}.state=on`);
  const written = on
    .filter((name) => !OPTIONS.has(name))
    .flatMap((name) => ['--xml', `./features/hyperv/${name}/@state=on`]);
  if (hyperv.spinlocks === true) {
    words.push('hyperv.spinlocks.state=on', `hyperv.spinlocks.retries=${hyperv.spinlockRetries ?? 0}`);
  }
  if (vmport === false) words.push('vmport.state=off');
  const said = words.length === 0 ? [] : ['--features', words.join(',')];
  return parts.platform.hyperv || !windows ? [...said, ...written] : [...said, ...WITHOUT_HYPERV];
}

/** Takes out what virt-install gives Windows by itself: the timer comes after three others. */
const WITHOUT_HYPERV = [
  ...['--xml', 'xpath.delete=./features/hyperv'],
  ...['--xml', 'xpath.delete=./clock/timer[4]'],
];

function clock({ platform }: MachineParts): string[] {
  return ['--clock', `offset=${platform.clock}`];
}
