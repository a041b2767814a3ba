import { compare, Domain } from '../../../model/index.ts';

/** One thing in which two definitions differ; the values in words, empty where there is none. */
export interface Found {
  /** Where, without what tells one device from its like: "disks[]/bus". */
  readonly key: string;
  readonly theirs: string;
  readonly ours: string;
}

/** What differs between virt-install's definition and Virtdeck's. Names and numbers that both make up do not count. */
export function differences(theirs: string, ours: string): Found[] {
  const [first, second] = [Domain.parse(theirs), Domain.parse(ours)];
  const ports = { theirs: takePorts(first), ours: takePorts(second) };
  for (const domain of [first, second]) forgetMadeUp(domain);
  const found = compare(first, second).map((change) => ({
    key: change.key.replaceAll(/\[[^\]]*\]/g, '[]') + (change.kind === 'changed' ? '' : ` ${change.kind}`),
    theirs: change.kind === 'removed' ? change.subject : (change.before ?? ''),
    ours: change.kind === 'added' ? change.subject : (change.after ?? ''),
  }));
  if (ports.theirs === ports.ours) return found;
  return [...found, { key: 'root ports', theirs: String(ports.theirs), ours: String(ports.ours) }];
}

/** What every definition has of its own: UUID, MAC addresses, numbers of controllers. */
function forgetMadeUp(domain: Domain): void {
  domain.uuid = null;
  for (const card of domain.interfaces) card.mac = null;
  for (const controller of domain.controllers) controller.index = null;
}

/** Takes the PCI Express ports out, of which only the number counts. */
function takePorts(domain: Domain): number {
  const ports = domain.controllers.all.filter((one) => one.type === 'pci');
  for (const port of ports) domain.removeDevice(port);
  return ports.filter((one) => one.model === 'pcie-root-port').length;
}
