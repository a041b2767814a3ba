import type { Diagnosis, DiagnosisStep, Remedy } from '../../contract/index.ts';
import { Remembered } from '../credentials/remembered.ts';
import { SystemKeychain } from '../credentials/systemKeychain.ts';
import { diagnose } from '../doctor/diagnose.ts';
import { ByteLinks } from '../libvirt/agent/byteLinks.ts';
import type { ProcessHost } from '../libvirt/agent/processHost.ts';
import { Remote } from '../remote/remote.ts';
import type { DoctorCommand } from './commandLine.ts';
import { userPaths } from './paths.ts';
import { terminalPrompts } from './terminalPrompts.ts';

/** What a command without a window runs with. */
export interface CommandHost {
  readonly processHost: ProcessHost;
  /** How ssh's questions come back: a program and its arguments. */
  readonly askpass: readonly string[];
}

const MARKS: Readonly<Record<DiagnosisStep['status'], string>> = {
  running: '...',
  passed: 'ok',
  warning: 'warning',
  failed: 'FAILED',
  skipped: 'skipped',
};
const INDENT = ' '.repeat(10);

/**
 * `virtdeck --doctor URI`: examines a connection and prints each step as it ends, or all as JSON at the end. ssh's
 * and libvirt's questions are asked on the terminal, where there is one.
 * @returns the exit code: 0 when nothing failed, else 1
 */
export async function runDoctor(line: DoctorCommand, host: CommandHost): Promise<number> {
  // The library itself writes to standard error what the steps say better.
  process.env.LIBVIRT_LOG_OUTPUTS ??= '4:file:/dev/null';
  const { runtime } = userPaths();
  const prompts = terminalPrompts();
  const keychain = new Remembered(new SystemKeychain());
  const links = new ByteLinks(runtime);
  const remote = new Remote({ prompts, remembered: keychain, runtime, helper: host.askpass });
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => abort.abort());
  const { processHost } = host;
  const { uri, readOnly, json } = line;
  const report = new Report(json ? () => {} : (text) => process.stdout.write(text));
  try {
    const found = await diagnose(
      { id: 'doctor', uri, readOnly },
      { processHost, links, prompts, keychain, remote },
      (step) => report.step(step),
      abort.signal,
    );
    if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    else report.end(found);
    return found.verdict === 'good' || found.verdict === 'warning' ? 0 : 1;
  } finally {
    await remote.close();
    links.close();
  }
}

/** Prints a diagnosis for people. */
export class Report {
  readonly #print: (text: string) => void;
  readonly #shown = new Map<string, DiagnosisStep['status']>();

  constructor(print: (text: string) => void) {
    this.#print = print;
  }

  step(step: DiagnosisStep): void {
    if (step.status === 'running') return;
    const before = this.#shown.get(step.id);
    this.#shown.set(step.id, step.status);
    if (before !== undefined) {
      this.#print(`${pad(MARKS[step.status])}${step.title}: not that bad, for the connection works.\n`);
      return;
    }
    this.#print(stepText(step));
  }

  end({ verdict, uri }: Diagnosis): void {
    const words = {
      good: `All is good: ${uri}`,
      warning: `It works, with remarks: ${uri}`,
      bad: `Something fails: ${uri}`,
      cancelled: `Cancelled: ${uri}`,
    };
    this.#print(`\n${words[verdict]}\n`);
  }
}

function stepText({ status, title, message, facts, hint, remedies }: DiagnosisStep): string {
  const lines = [`${pad(MARKS[status])}${title}: ${message}`];
  for (const { label, value } of facts) lines.push(`${INDENT}${label}: ${value}`);
  if (hint !== null) lines.push(`${INDENT}${hint}`);
  for (const remedy of remedies) lines.push(...remedyText(remedy).map((text) => `${INDENT}${text}`));
  return `${lines.join('\n')}\n`;
}

function remedyText(remedy: Remedy): string[] {
  switch (remedy.kind) {
    case 'command': {
      const where = remedy.host === undefined ? '' : ` on ${remedy.host}`;
      return [`> ${remedy.label}${where}:`, `    ${remedy.command}`];
    }
    case 'file':
      return [
        `> ${remedy.label}: write ${remedy.path}:`,
        ...remedy.text
          .trimEnd()
          .split('\n')
          .map((text) => `    ${text}`),
      ];
    case 'uri':
      return [`> ${remedy.label}: ${remedy.uri}`];
    case 'read-only':
      return [`> ${remedy.label}`];
  }
}

function pad(mark: string): string {
  return mark.padEnd(INDENT.length);
}
