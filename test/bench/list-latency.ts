import { startLab } from '../hosts/index.ts';
import { median, rounded } from './lib/numbers.ts';
import { sizes } from './lib/scale.ts';
import { openInMain } from './lib/stand.ts';
import type { Bench } from './run.ts';

const RUNS = 3;
/** Milliseconds each way: a round trip takes twice as long. */
const DELAY_MS = 25;

/**
 * The list of a libvirtd behind a slow line, over TLS. `list_ms`: from libvirt having opened the
 * connection (the user is authenticated) until the list is complete in main; `open_ms`: until then;
 * `virsh_ms`: `virsh list --all` over the same line, its opening included.
 */
const listLatency: Bench = async (emit, args) => {
  const lab = await startLab({ hosts: 1, line: { latencyMs: DELAY_MS } });
  try {
    const host = lab.host('hv1');
    for (const n of sizes(args, [1000])) {
      const uri = host.scale({ domains: n }).tls;
      const runs = [];
      const virsh = [];
      for (let run = 0; run < RUNS; run++) {
        const { openMs, listMs, calls, close } = await openInMain(uri);
        await close();
        runs.push({ openMs, listMs, calls });
        const started = performance.now();
        await lab.client.run('virsh', ['-q', '-c', uri, 'list', '--all']);
        virsh.push(performance.now() - started);
      }
      emit({
        bench: 'list-latency',
        n,
        round_trip_ms: 2 * DELAY_MS,
        calls: Math.max(...runs.map(({ calls }) => calls)),
        open_ms: rounded(median(runs.map(({ openMs }) => openMs)), 0),
        list_ms: rounded(median(runs.map(({ listMs }) => listMs)), 0),
        virsh_ms: rounded(median(virsh), 0),
      });
    }
  } finally {
    await lab.down();
  }
};

export default listLatency;
