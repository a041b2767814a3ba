import type { SectionForm } from '../forms/form.tsx';
import { boot } from './boot.tsx';
import { clock } from './clock.tsx';
import { container } from './container.tsx';
import { features } from './features.tsx';
import { general } from './general.tsx';
import { iothreads } from './iothreads.tsx';
import { lifecycle } from './lifecycle.tsx';
import { memory } from './memory.tsx';
import { namespaces } from './namespaces.tsx';
import { numa } from './numa.tsx';
import { pinning } from './pinning.tsx';
import { processors } from './processors.tsx';
import { security } from './security.tsx';
import { sysinfo } from './sysinfo.tsx';
import { tuning } from './tuning.tsx';

/** What of a machine is no device, in the order of the list. To add one: a file beside this one and a line here. */
export const sections: readonly SectionForm[] = [
  general,
  processors,
  pinning,
  numa,
  iothreads,
  memory,
  tuning,
  boot,
  clock,
  features,
  lifecycle,
  security,
  sysinfo,
  container,
  namespaces,
];
