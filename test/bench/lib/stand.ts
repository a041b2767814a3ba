import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConnectionSettings } from '../../../contract/index.ts';
import { Prompts } from '../../../main/credentials/prompts.ts';
import { SystemKeychain } from '../../../main/credentials/systemKeychain.ts';
import { Hypervisor } from '../../../main/hypervisor/hypervisor.ts';
import { ByteLinks } from '../../../main/libvirt/agent/byteLinks.ts';
import { nodeProcessHost } from '../../../main/libvirt/agent/nodeProcessHost.ts';
import { repository } from '../../e2e/driver/paths.ts';

/** One connection as main holds it, in this process, with a real agent. */
export interface MainStand {
  readonly hypervisor: Hypervisor;
  /** Milliseconds from opening until the picture was complete, and libvirt calls made until then. */
  readonly main_ms: number;
  readonly calls: number;
  close(): Promise<void>;
}

/** Opens the connection and waits until its list is complete. */
export async function openInMain(uri: string): Promise<MainStand> {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-bench-'));
  const links = new ByteLinks(folder);
  let ready = (): void => {};
  const complete = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const hypervisor: Hypervisor = new Hypervisor('bench', ConnectionSettings.parse({ uri }), false, {
    processHost: nodeProcessHost(join(repository, 'dist/agent/agentMain.js')),
    links,
    prompts: new Prompts(() => {}),
    keychain: new SystemKeychain(),
    emit: () => {},
    log: () => {},
    dataFolder: folder,
    onAvailability: () => hypervisor.connected && ready(),
  });
  const close = async () => {
    await hypervisor.stop();
    links.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const started = performance.now();
  hypervisor.connection.open();
  await complete;
  const main_ms = performance.now() - started;
  return { hypervisor, main_ms, calls: hypervisor.connection.agent.calls, close };
}
