import * as definitions from './definitions.ts';
import * as domains from './domains.ts';
import * as editing from './editing.ts';
import * as guests from './guests.ts';
import * as host from './host.ts';
import * as hostDetails from './hostDetails.ts';
import * as installs from './installs.ts';
import * as inventory from './inventory.ts';
import * as machineOffer from './machineOffer.ts';
import * as metadata from './metadata.ts';
import * as networks from './networks.ts';
import * as nodeDevices from './nodeDevices.ts';
import type { Session } from './session.ts';
import * as stats from './stats.ts';
import * as storage from './storage.ts';
import * as uploads from './uploads.ts';
import * as usage from './usage.ts';
import * as volumes from './volumes.ts';

/**
 * Everything that can be asked of an agent, by name. To add an operation, export a function
 * `(session, input) => output` from the file of its subject: every function these files export is one.
 * Main imports the types of this file only; the code runs in the agent's workers.
 */
export const operations = {
  ...host,
  ...hostDetails,
  ...inventory,
  ...machineOffer,
  ...stats,
  ...domains,
  ...definitions,
  ...editing,
  ...metadata,
  ...guests,
  ...storage,
  ...usage,
  ...volumes,
  ...uploads,
  ...installs,
  ...networks,
  ...nodeDevices,
};

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/** The input of an operation; an empty object for those that take none. */
export type OperationInput<K extends OperationName> =
  Parameters<Operations[K]> extends [Session, infer I] ? I : Record<string, never>;
export type OperationOutput<K extends OperationName> = Awaited<ReturnType<Operations[K]>>;
