export { GuestConsole, guestMarker } from './guest/console.ts';
export { type GuestWish, guestXml, hostMedia } from './guest/domain.ts';
export type { KernelKind } from './guest/kernel.ts';
export { cloudInitIso, guestDisk, guestIso, kernelArguments } from './guest/media.ts';
export { keyPassphrase, oneTimeCode, saslUsers } from './lab/access.ts';
export type { Client, ClientKey, HostKeyKnowledge } from './lab/client.ts';
export type { DaemonName, Daemons } from './lab/daemons.ts';
export { accounts, labPassword, labPools } from './lab/etc.ts';
export type { Faults } from './lab/faults.ts';
export { Host, virshEnvironment } from './lab/host.ts';
export { attachLab, type Lab, type LabOptions, runningLabs, startLab, sweepDeadLabs } from './lab/lab.ts';
export {
  type ClientCertificate,
  clientCertificates,
  type ServerCertificate,
  serverCertificates,
} from './lab/pki.ts';
export { whyNoLab } from './lab/requirements.ts';
export { CommandError, run, runAny, until } from './lab/run.ts';
export { type Line, parseLine } from './lab/slow.ts';
export { type ScaleOptions, scaleXml, writeScaleHost } from './scale.ts';
