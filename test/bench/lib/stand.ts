import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConnectionSettings } from '../../../contract/index.ts';
import { Prompts } from '../../../main/credentials/prompts.ts';
import { Remembered } from '../../../main/credentials/remembered.ts';
import { SystemKeychain } from '../../../main/credentials/systemKeychain.ts';
import { Hypervisor } from '../../../main/hypervisor/hypervisor.ts';
import { StartGate } from '../../../main/hypervisor/startGate.ts';
import { ByteLinks } from '../../../main/libvirt/agent/byteLinks.ts';
import { nodeProcessHost } from '../../../main/libvirt/agent/nodeProcessHost.ts';
import { Remote } from '../../../main/remote/remote.ts';
import { repository } from '../../e2e/driver/paths.ts';

/** One connection as main holds it, in this process, with a real agent. */
export interface MainStand {
  readonly hypervisor: Hypervisor;
  /** Milliseconds from starting to connect until libvirt had opened the connection. */
  readonly openMs: number;
  /** Milliseconds from then until the picture was complete. */
  readonly listMs: number;
  /** libvirt calls made until then. */
  readonly calls: number;
  close(): Promise<void>;
}

/** What main says that it does once the connection is open. */
const READING = 'Reading the list of machines';

/** Opens the connection and waits until its list is complete. */
export async function openInMain(uri: string): Promise<MainStand> {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-bench-'));
  const links = new ByteLinks(folder);
  const prompts = new Prompts(() => {});
  const keychain = new Remembered(new SystemKeychain());
  const helper = [process.execPath, join(repository, 'dist/askpass/askpass.js')];
  const remote = new Remote({ prompts, remembered: keychain, runtime: folder, helper });
  let ready = (): void => {};
  let refused = (_error: Error): void => {};
  const complete = new Promise<void>((resolve, reject) => {
    ready = resolve;
    refused = reject;
  });
  const hypervisor: Hypervisor = new Hypervisor('bench', ConnectionSettings.parse({ uri }), false, {
    processHost: nodeProcessHost(join(repository, 'dist/agent/agentMain.js')),
    links,
    prompts,
    keychain,
    remote,
    gate: new StartGate(),
    emit: (_name, payload) => {
      if (!('stage' in payload) || !('settings' in payload)) return;
      if (payload.stage === READING) openedAt ??= performance.now();
      if (payload.error) refused(new Error(`${uri}: ${payload.error.message}`));
    },
    log: () => {},
    dataFolder: folder,
    onAvailability: () => hypervisor.connected && ready(),
  });
  let openedAt: number | null = null;
  const close = async () => {
    await hypervisor.stop();
    await remote.close();
    links.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const started = performance.now();
  hypervisor.connection.open();
  await complete;
  const { calls } = hypervisor.connection.agent;
  if (openedAt === null) throw new Error(`no stage was called "${READING}"`);
  return { hypervisor, openMs: openedAt - started, listMs: performance.now() - openedAt, calls, close };
}
