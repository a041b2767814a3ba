import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Prompt } from '../../contract/index.ts';
import { Prompts } from '../credentials/prompts.ts';

/**
 * Questions on the terminal, one after another; secrets are not shown while they are typed. Without a terminal
 * every question is cancelled.
 */
export function terminalPrompts(
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stderr,
): Prompts {
  let last: Promise<void> = Promise.resolve();
  const prompts: Prompts = new Prompts((name, payload) => {
    if (name !== 'promptAdded' || !('fields' in payload)) return;
    last = last.then(async () => {
      const answers = input.isTTY && output.isTTY ? await ask(payload, input, output) : null;
      try {
        prompts.answer(payload.id, answers, false);
      } catch {
        // It was withdrawn meanwhile: its time was over.
      }
    });
  });
  return prompts;
}

async function ask(
  { title, message, problem, fields, kind, hostKey }: Prompt,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): Promise<Record<string, string> | null> {
  output.write(`\n${title}\n${problem === undefined ? '' : `${problem}\n`}${message}\n`);
  if (hostKey) output.write(`${hostKey.type} ${hostKey.fingerprint}\n`);
  if (kind === 'notice') return null;
  if (fields.length === 0)
    return /^y(es)?$/i.test(await line('yes or no: ', false, input, output)) ? {} : null;
  const answers: Record<string, string> = {};
  for (const { key, label, secret, defaultValue } of fields) {
    const shown = defaultValue === '' || secret ? '' : ` [${defaultValue}]`;
    answers[key] = (await line(`${label}${shown}: `, secret, input, output)) || defaultValue;
  }
  return answers;
}

/** One line; empty when the input ends. */
async function line(
  question: string,
  hidden: boolean,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): Promise<string> {
  output.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: hidden ? silent : output, terminal: true });
  try {
    const closed = new Promise<string>((resolve) => reader.once('close', () => resolve('')));
    return await Promise.race([reader.question(''), closed]);
  } finally {
    reader.close();
    if (hidden) output.write('\n');
  }
}
