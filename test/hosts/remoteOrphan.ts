/** Signs in to a host with ssh and waits to be killed: `remoteOrphan.ts URI FOLDER`. */
import { MemoryKeychain } from '../../main/credentials/keychain.ts';
import { Prompts } from '../../main/credentials/prompts.ts';
import { Remembered } from '../../main/credentials/remembered.ts';
import { Remote } from '../../main/remote/remote.ts';

const [uri = '', runtime = ''] = process.argv.slice(2);
const remote = new Remote({
  prompts: new Prompts(() => {}),
  remembered: new Remembered(new MemoryKeychain()),
  runtime,
  helper: ['/bin/false'],
});
const { signal } = new AbortController();
const use = { connection: 'c', name: 'host', signal, waiting: () => {} };
await remote.openSession(uri, use);
process.stdout.write('ready\n');
setInterval(() => {}, 60_000);
