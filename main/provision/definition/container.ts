import { addConsole, type Domain } from '../../../model/index.ts';
import type { MachineParts } from './parts.ts';

/** A container of LXC: what it runs, and the folder that it runs in (https://libvirt.org/drvlxc.html). */
export function writeContainer(domain: Domain, { context, container }: MachineParts): void {
  const { os } = domain;
  os.type = context.osType;
  os.arch = context.arch;
  if (container) {
    os.init = container.init;
    os.initArgs = container.arguments;
    if (container.root !== null) {
      domain.addDevice('filesystem', { type: 'mount', sourceDir: container.root, target: '/' });
    }
  }
  domain.clock.offset = 'utc';
  domain.onPoweroff = 'destroy';
  domain.onReboot = 'restart';
  domain.onCrash = 'destroy';
  addConsole(domain);
}
