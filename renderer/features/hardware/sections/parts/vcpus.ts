import type { Cpu, Domain } from '../../../../../model/index.ts';

/** The processors that a topology comes to; null: none is given. */
export function topologyCount({ sockets, dies, clusters, cores, threads }: Cpu): number | null {
  if (sockets === null && cores === null && threads === null) return null;
  return [sockets, dies, clusters, cores, threads].reduce<number>((all, part) => all * (part ?? 1), 1);
}

/** "2 × 2 × 1 makes 4 processors, but there can be 8": what is wrong with the topology; null: nothing. */
export function topologyProblem(domain: Domain): string | null {
  const count = topologyCount(domain.cpu);
  const most = domain.vcpu ?? 1;
  if (count === null || count === most) return null;
  return `The topology makes ${count} processors, but the machine can have ${most}.`;
}

/** Gives the guest a topology: all in sockets of one core. */
export function addTopology(domain: Domain): void {
  const { cpu } = domain;
  cpu.sockets = domain.vcpu ?? 1;
  // libvirt would write it too.
  cpu.dies = 1;
  cpu.clusters = null;
  cpu.cores = 1;
  cpu.threads = 1;
}

/** Leaves it to the hypervisor how the vCPUs are divided. */
export function removeTopology({ cpu }: Domain): void {
  cpu.set('topology', null);
}

/** After the most vCPUs was changed: as many sockets as it needs, where that comes out. */
export function fitTopology(domain: Domain): void {
  const { cpu } = domain;
  const count = topologyCount(cpu);
  if (count === null) return;
  const perSocket = count / (cpu.sockets ?? 1);
  const most = domain.vcpu ?? 1;
  if (most % perSocket === 0) cpu.sockets = most / perSocket;
}

/** After the topology was changed: as many vCPUs as it makes. */
export function fitVcpus(domain: Domain): void {
  const count = topologyCount(domain.cpu);
  if (count === null || count < 1) return;
  setMostVcpus(domain, count);
}

/** Sets how many vCPUs there can be; those that are named one by one follow. */
export function setMostVcpus(domain: Domain, most: number): void {
  domain.vcpu = most;
  if (domain.currentVcpus !== null && domain.currentVcpus > most) domain.currentVcpus = most;
  for (const one of domain.vcpus.all) if ((one.id ?? 0) >= most) domain.vcpus.remove(one);
  if (domain.vcpus.length > 0) {
    for (let id = domain.vcpus.length; id < most; id += 1) {
      domain.vcpus.add({ id, enabled: false, hotpluggable: true });
    }
    countEnabled(domain);
  }
}

/** After the number of vCPUs was changed: those named one by one are switched on and off to fit it. */
export function fitEnabled(domain: Domain): void {
  const wanted = domain.currentVcpus ?? domain.vcpu ?? 1;
  const on = domain.vcpus.all.filter((one) => one.enabled === true);
  for (const one of on.slice(wanted)) one.enabled = false;
  let missing = wanted - on.length;
  for (const one of domain.vcpus.all) {
    if (missing <= 0) return;
    if (one.enabled === true) continue;
    one.enabled = true;
    missing -= 1;
  }
}

/** After one vCPU was switched: the number of vCPUs is that of those switched on. */
export function countEnabled(domain: Domain): void {
  const on = domain.vcpus.all.filter((one) => one.enabled === true).length;
  if (domain.vcpus.length > 0) domain.currentVcpus = on === domain.vcpu ? null : on;
}

/** Names every vCPU, so that each can be switched. The first is always there. */
export function nameVcpus(domain: Domain): void {
  const most = domain.vcpu ?? 1;
  const on = domain.currentVcpus ?? most;
  domain.vcpus.clear();
  for (let id = 0; id < most; id += 1) {
    domain.vcpus.add({ id, enabled: id < on, hotpluggable: id > 0 });
  }
}
