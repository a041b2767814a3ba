import type { Scene } from '../scene.ts';
import { connections } from './connections.ts';
import { consoleViews } from './consoleViews.ts';
import { end } from './end.ts';
import { fleet } from './fleet.ts';
import { hardware } from './hardware.ts';
import { hardwareDesktop } from './hardwareDesktop.ts';
import { hardwareHost } from './hardwareHost.ts';
import { hardwareSections } from './hardwareSections.ts';
import { host } from './host.ts';
import { machine } from './machine.ts';
import { machineConsoles } from './machineConsoles.ts';
import { prompts } from './prompts.ts';
import { shell } from './shell.ts';
import { start } from './start.ts';
import { textConsoleScenes } from './textConsoles.ts';
import { wizard } from './wizard.ts';

/** Every state, in the order in which they are gone through: what has no connections comes first. */
export const scenes: readonly Scene[] = [
  ...start,
  ...fleet,
  ...shell,
  ...machineConsoles,
  ...machine,
  ...textConsoleScenes,
  ...consoleViews,
  ...hardware,
  ...hardwareHost,
  ...hardwareDesktop,
  ...hardwareSections,
  ...host,
  ...connections,
  ...prompts,
  ...wizard,
  ...end,
];
