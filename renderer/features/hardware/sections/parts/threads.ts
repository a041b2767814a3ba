import type { Domain, Iothread } from '../../../../../model/index.ts';

/** The numbers of a machine's I/O threads: those given, and for the rest the smallest that are free. */
export function threadIds(domain: Domain): number[] {
  const ids = domain.iothreadIds.all.flatMap(({ id }) => (id === null ? [] : [id]));
  for (let id = 1; ids.length < (domain.iothreads ?? 0); id += 1) if (!ids.includes(id)) ids.push(id);
  return ids.sort((a, b) => a - b);
}

/** Adds one with the smallest free number. It is not named where libvirt would give it that number anyway. */
export function addThread(domain: Domain): number {
  const ids = threadIds(domain);
  let id = 1;
  while (ids.includes(id)) id += 1;
  if (domain.iothreadIds.length > 0) nameThreads(domain, [...ids, id]);
  domain.iothreads = ids.length + 1;
  return id;
}

/** Takes one away, and its pin; the others keep their numbers. */
export function removeThread(domain: Domain, id: number): void {
  const ids = threadIds(domain);
  const left = ids.filter((one) => one !== id);
  const element = domain.iothreadIds.find((one) => one.id === id);
  if (element) domain.iothreadIds.remove(element);
  const counted = left.every((one, index) => one === index + 1);
  if (!counted || domain.iothreadIds.length > 0) nameThreads(domain, left);
  domain.iothreads = left.length === 0 ? null : left.length;
  const pin = domain.cpuTune.iothreadPins.find((one) => one.iothread === id);
  if (pin) domain.cpuTune.iothreadPins.remove(pin);
}

/** The element of a thread, made if it has none: for its own settings. libvirt names all where one is named. */
export function threadElement(domain: Domain, id: number): Iothread {
  nameThreads(domain, threadIds(domain));
  return domain.iothreadIds.find((one) => one.id === id) ?? domain.iothreadIds.add({ id });
}

function nameThreads(domain: Domain, ids: readonly number[]): void {
  for (const id of ids) if (!domain.iothreadIds.find((one) => one.id === id)) domain.iothreadIds.add({ id });
}

/** What uses an I/O thread: "disk vda", "SCSI controller 0". */
export function threadUsers(domain: Domain, id: number): string[] {
  const disks = domain.disks.all
    .filter((disk) => disk.iothread === id || disk.iothreads.all.some((one) => one.id === id))
    .map((disk) => `disk ${disk.target ?? ''}`.trim());
  const controllers = domain.controllers.all
    .filter((one) => one.iothread === id || one.iothreads.all.some((thread) => thread.id === id))
    .map((one) => `${one.type ?? ''} controller ${one.index ?? 0}`.trim());
  return [...disks, ...controllers];
}
