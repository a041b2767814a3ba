import type { Check } from '../check.ts';
import { address } from './address.ts';
import { capabilities } from './capabilities.ts';
import { certificates } from './certificates.ts';
import { client } from './client.ts';
import { connection } from './connection.ts';
import { daemon } from './daemon.ts';
import { helper } from './helper.ts';
import { kvm } from './kvm.ts';
import { name } from './name.ts';
import { network } from './network.ts';
import { permission } from './permission.ts';
import { pool } from './pool.ts';
import { port } from './port.ts';
import { ssh } from './ssh.ts';
import { tls } from './tls.ts';
import { versions } from './versions.ts';

/** All steps, in the order in which they are tried: from this machine to what is on the host. */
export const checks: readonly Check[] = [
  address,
  client,
  name,
  port,
  ssh,
  helper,
  certificates,
  tls,
  daemon,
  permission,
  connection,
  versions,
  capabilities,
  kvm,
  network,
  pool,
];
