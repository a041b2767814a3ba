/** Entry of the askpass helper under plain Node. Electron's start runs the same helper; see main/app/electronAskpass.ts. */
import { runAskpass } from './askpassHelper.ts';

process.exitCode = await runAskpass(process.env, (answer) => process.stdout.write(answer));
