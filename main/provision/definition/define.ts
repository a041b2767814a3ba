import { Domain } from '../../../model/index.ts';
import { isContainer } from '../defaults/context.ts';
import { setBootOrder } from './boot.ts';
import { writeContainer } from './container.ts';
import { writeDesktop } from './desktop.ts';
import { writeExtras } from './extras.ts';
import type { MachineParts } from './parts.ts';
import { writePorts } from './ports.ts';
import { writeProcessor } from './processor.ts';
import { writeCards, writeStorage } from './storage.ts';
import { writeSystem } from './system.ts';

/**
 * The definition of a machine. UUID and MAC addresses that nobody has chosen are left to libvirt, so that what was
 * shown is what is made.
 */
export function defineMachine(parts: MachineParts): Domain {
  const domain = Domain.parse(`<domain type='qemu'/>\n`);
  writeIdentity(domain, parts);
  if (isContainer(parts.context)) {
    writeContainer(domain, parts);
    writeCards(domain, parts);
    return domain;
  }
  writeSystem(domain, parts);
  writeProcessor(domain, parts);
  writeStorage(domain, parts);
  writeCards(domain, parts);
  writeDesktop(domain, parts);
  writeExtras(domain, parts);
  writePorts(domain, parts);
  setBootOrder(domain, parts);
  return domain;
}

function writeIdentity(domain: Domain, parts: MachineParts): void {
  domain.type = parts.context.type;
  domain.name = parts.name;
  domain.title = parts.title === '' ? null : parts.title;
  domain.metadata.os = parts.os;
  domain.memory = parts.memoryMiB * 1024 * 1024;
  domain.vcpu = parts.vcpus;
}
