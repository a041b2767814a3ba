import { resolve } from 'node:path';
import { ApiError, type MadeCertificates } from '../../contract/index.ts';
import { makeCertificates as make } from '../certificates/make.ts';
import { type CertificatesCommand, usage, type WindowlessCommand } from './commandLine.ts';
import type { CommandHost } from './doctorCommand.ts';
import { version } from './version.ts';

/**
 * Runs a command that needs no window, to its end. What it has to say goes to standard output, failures to
 * standard error.
 * @returns the exit code
 */
export async function runWindowless(line: WindowlessCommand, host: CommandHost): Promise<number> {
  switch (line.command) {
    case 'help':
      process.stdout.write(usage);
      return 0;
    case 'version':
      process.stdout.write(`${version}\n`);
      return 0;
    case 'make-certificates':
      return makeCertificates(line);
    case 'doctor': {
      const { runDoctor } = await import('./doctorCommand.ts');
      return runDoctor(line, host);
    }
  }
}

async function makeCertificates(line: CertificatesCommand): Promise<number> {
  const { servers, clients, days } = line;
  try {
    const made = await make({
      folder: resolve(line.folder),
      servers: servers.map((names) => ({ names: [...names] })),
      clients: [...clients],
      days: days ?? 1095,
    });
    process.stdout.write(line.json ? `${JSON.stringify(made, null, 2)}\n` : certificatesText(made));
    return 0;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const hint = error.hint === undefined ? '' : `\n${error.hint}`;
    process.stderr.write(`virtdeck: ${error.message}${hint}\n`);
    return 1;
  }
}

function certificatesText({ folder, authorityUsedAgain, files, steps }: MadeCertificates): string {
  const key = `${folder}/ca/cakey.pem`;
  const authority = authorityUsedAgain
    ? `Signed by the authority that was in ${folder} already.`
    : `${key} can make certificates that all these machines trust: keep it safe, and on none of them.`;
  const parts = steps.map(({ title, commands }) =>
    [`${title}:`, ...commands.map((command) => `  ${command}`)].join('\n'),
  );
  return `${['Made:', ...files.map((path) => `  ${path}`), '', authority].join('\n')}\n\n${parts.join('\n\n')}\n`;
}
