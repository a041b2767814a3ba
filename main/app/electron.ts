import { app } from 'electron';
import { urisFromArguments } from './electronArguments.ts';
import { startElectron } from './electronHost.ts';
import { createServices } from './services.ts';

const log = (line: string) => process.stderr.write(`virtdeck: ${line}\n`);

process.on('unhandledRejection', (error) => {
  log(`unhandled: ${error instanceof Error ? error.stack : String(error)}`);
});

startElectron({
  uris: urisFromArguments(process.argv, process.defaultApp ?? false),
  checkOutputs: process.env.VIRTDECK_CHECK === '1',
  createServices,
  log,
}).catch((error: unknown) => {
  log(error instanceof Error ? error.message : String(error));
  app.exit(1);
});
