/** Uses the keyring of its D-Bus session as Virtdeck does: `keyring.ts ACTION...`; prints one JSON line each. */
import { Remembered } from '../../../main/credentials/remembered.ts';
import { SystemKeychain } from '../../../main/credentials/systemKeychain.ts';

const problems: string[] = [];
const keychain = new Remembered(new SystemKeychain(undefined, 5_000, (problem) => problems.push(problem)));

for (const action of process.argv.slice(2)) {
  const [verb = '', account = '', secret = ''] = action.split('|');
  const result = await run(verb, account, secret);
  process.stdout.write(`${JSON.stringify({ verb, result, problem: await keychain.problem(), problems })}\n`);
}
process.exit(0);

async function run(verb: string, account: string, secret: string): Promise<unknown> {
  switch (verb) {
    case 'set':
      await keychain.set(account, secret);
      return null;
    case 'get':
      return keychain.get(account);
    case 'delete':
      return keychain.delete(account);
    default:
      return keychain.accounts();
  }
}
