import { connect } from 'node:net';
import {
  ASKPASS_PROMPT,
  ASKPASS_SOCKET,
  ASKPASS_TICKET,
  type AskpassRequest,
  MAX_LINE,
  parseAnswer,
  SSH_ASKPASS_PROMPT,
} from './askpassProtocol.ts';

const PARENT_MS = 500;

/**
 * The program that ssh runs to ask something (SSH_ASKPASS in ssh(1)): passes the question to main and prints the
 * answer. Resolves with the exit status: 0 with an answer, 1 without. The answer goes to standard output only.
 */
export function runAskpass(env: NodeJS.ProcessEnv, print: (answer: string) => void): Promise<number> {
  const socketPath = env[ASKPASS_SOCKET];
  const request: AskpassRequest = {
    ticket: env[ASKPASS_TICKET] ?? '',
    prompt: (env[ASKPASS_PROMPT] ?? '').slice(0, MAX_LINE / 4),
    kind: kindOf(env[SSH_ASKPASS_PROMPT]),
    asker: process.ppid,
  };
  if (!socketPath) return Promise.resolve(1);
  return new Promise((resolve) => {
    const socket = connect(socketPath, () => socket.write(`${JSON.stringify(request)}\n`));
    let text = '';
    // ssh does not take its helper along when it is killed.
    const parent = setInterval(() => process.ppid !== request.asker && socket.destroy(), PARENT_MS);
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > MAX_LINE) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(parent);
      const answer = parseAnswer(text);
      if (answer !== null && request.kind === 'ask') print(`${answer}\n`);
      resolve(answer === null ? 1 : 0);
    });
  });
}

function kindOf(word: string | undefined): AskpassRequest['kind'] {
  return word === 'confirm' ? 'confirm' : word === 'none' ? 'notice' : 'ask';
}
