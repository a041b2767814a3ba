import { join } from 'node:path';
import { app } from 'electron';
import { ownArguments, parseCommandLine, UsageError } from './commandLine.ts';
import { askpassCommand, beAskpass, isAskpass } from './electronAskpass.ts';
import { startElectron } from './electronHost.ts';
import { electronProcessHost } from './electronProcessHost.ts';
import { agentProgram, userPaths } from './paths.ts';
import { createServices } from './services.ts';
import { runWindowless } from './windowless.ts';

const log = (line: string) => process.stderr.write(`virtdeck: ${line}\n`);

process.on('unhandledRejection', (error) => {
  log(`unhandled: ${error instanceof Error ? error.stack : String(error)}`);
});

/** Must be called before the app is ready. */
async function main(): Promise<void> {
  if (isAskpass(process.argv)) return beAskpass();
  const askpass = askpassCommand(
    process.argv,
    process.execPath,
    process.defaultApp ? app.getAppPath() : null,
  );
  const line = parseCommandLine(ownArguments(process.argv, process.defaultApp ?? false));
  if (line.command !== 'start') {
    // Such a command works in a terminal without a display, too.
    app.commandLine.appendSwitch('ozone-platform', 'headless');
    app.disableHardwareAcceleration();
    app.setPath('userData', join(userPaths().runtime, 'electron'));
    await app.whenReady();
    const processHost = electronProcessHost(agentProgram);
    app.exit(await runWindowless(line, { processHost, askpass }));
    return;
  }
  await startElectron({
    request: line.request,
    checkOutputs: process.env.VIRTDECK_CHECK === '1',
    createServices,
    askpass,
    log,
  });
}

main().catch((error: unknown) => {
  log(error instanceof Error ? error.message : String(error));
  app.exit(error instanceof UsageError ? 2 : 1);
});
