import type { Host } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { METHODS } from '../making/methods.ts';
import { MakingStand } from '../making/stand.ts';
import { type InstallServer, serveTrees } from '../making/tree.ts';

/** Over which link a host is used. The delay is one of the line, each way: the socket does not notice it. */
const LINKS: readonly { link: 'local' | 'ssh'; title: string; uri: (host: Host) => string }[] = [
  { link: 'local', title: 'on a local host', uri: ({ uri }) => uri.unix },
  { link: 'ssh', title: 'over ssh, 50 ms away', uri: ({ uri }) => uri.ssh },
];

let server: InstallServer;
test.beforeAll(async ({ lab }) => {
  const hv1 = lab.host('hv1');
  server = await serveTrees(hv1);
  await hv1.faults.slow({ latencyMs: 25 });
});
test.afterAll(async ({ lab }) => {
  await lab.host('hv1').faults.restore();
  await server?.close();
});

for (const { link, title, uri } of LINKS) {
  test.describe(title, () => {
    for (const [index, method] of METHODS.entries()) {
      if (method.only !== undefined && method.only !== link) continue;
      test(`a machine is made ${method.title}`, async ({ launch, hv1 }) => {
        test.setTimeout(300_000);
        const application = await launch([uri(hv1)]);
        const stand = await MakingStand.open(hv1, `made-${index}`, application);
        try {
          await method.run(stand, server);
        } finally {
          await stand.remove();
        }
        expect(await stand.made()).toEqual([]);
      });
    }
  });
}
