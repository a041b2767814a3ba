import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeProcessHost } from '../../../main/libvirt/agent/nodeProcessHost.ts';
import type { ProcessHost } from '../../../main/libvirt/agent/processHost.ts';

/** A machine that does not know its own name, and whose name server takes questions and never answers. */
export interface Nameless {
  readonly host: ProcessHost;
  readonly name: string;
  /** How long a question waits there in vain, in ms. */
  readonly waitMs: number;
  /** Questions that have reached the name server. */
  asked(): number;
  dispose(): void;
}

const NAME = 'nameless';
const WAIT_S = 3;

/** Starts agents on such a machine: in namespaces of their own. Needs root. */
export async function nameless(agentPath: string): Promise<Nameless> {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-nameless-'));
  // Any address of the loopback network will do, so that nobody's name server is in the way.
  const address = `127.53.${process.pid % 250}.${(process.pid >> 8) % 250}`;
  const server = createSocket('udp4');
  let asked = 0;
  server.on('message', () => {
    asked += 1;
  });
  await new Promise<void>((resolve) => server.bind(53, address, resolve));
  writeFileSync(join(folder, 'hosts'), '127.0.0.1 localhost\n');
  writeFileSync(join(folder, 'resolv.conf'), `nameserver ${address}\noptions timeout:${WAIT_S} attempts:1\n`);
  const inside = join(folder, 'inside');
  const steps = [
    `hostname ${NAME}`,
    `mount --bind ${folder}/hosts /etc/hosts`,
    `mount --bind ${folder}/resolv.conf /etc/resolv.conf`,
    `exec '${process.execPath}' "$@"`,
  ].join(' && ');
  const unshare = 'exec unshare --mount --uts --propagation private';
  writeFileSync(inside, `#!/bin/sh\n${unshare} sh -c '${steps.replaceAll("'", `'\\''`)}' sh "$@"\n`, {
    mode: 0o755,
  });
  const plain = nodeProcessHost(agentPath);
  return {
    host: {
      fork: (entry, options) => {
        // child_process.fork starts what stands here.
        const node = process.execPath;
        process.execPath = inside;
        try {
          return plain.fork(entry, options);
        } finally {
          process.execPath = node;
        }
      },
    },
    name: NAME,
    waitMs: WAIT_S * 1_000,
    asked: () => asked,
    dispose: () => {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
