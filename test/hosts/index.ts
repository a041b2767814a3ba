export { GuestConsole, guestMarker } from './guest/console.ts';
export { type GuestWish, guestXml, hostMedia } from './guest/domain.ts';
export { guestIso } from './guest/media.ts';
export { labPassword } from './lab/etc.ts';
export { Host, virshEnvironment } from './lab/host.ts';
export { attachLab, type Lab, type LabOptions, runningLabs, startLab, sweepDeadLabs } from './lab/lab.ts';
export { whyNoLab } from './lab/requirements.ts';
export { CommandError, run, runAny, until } from './lab/run.ts';
