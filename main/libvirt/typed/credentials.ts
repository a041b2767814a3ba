import koffi from 'koffi';
import { registerCallback } from '../binding/callbacks.ts';
import { lastError, silenceErrors } from '../binding/errors.ts';
import { free, malloc, memcpy, pointerSize } from '../binding/libc.ts';
import { native } from '../binding/native.ts';
import type { Pointer } from '../binding/pointers.ts';
import { layoutOf } from '../binding/structs.ts';
import { virConnectCredentialType } from '../generated/enums-host.ts';

/** Something that a server asks of the user. */
export interface CredentialPrompt {
  /** `virConnectCredentialType`: user name, passphrase... */
  type: number;
  prompt: string;
  challenge: string | null;
  /** What to answer when the user gives nothing. */
  defresult: string | null;
}

/**
 * Answers prompts at once, on the thread that opens the connection and while that waits: an answer for each
 * prompt (null for none), or null to give up.
 */
export type CredentialAnswers = (prompts: readonly CredentialPrompt[]) => readonly (string | null)[] | null;

/** All that a server may ask, except for what only a terminal can do. */
export const credentialTypes: readonly number[] = Object.values(virConnectCredentialType);

const credential = layoutOf('virConnectCredential');
const resultOffset = credential.members?.result?.offset ?? 32;
const lengthOffset = credential.members?.resultlen?.offset ?? 40;

/**
 * Opens a connection, asking the callback for credentials.
 * @throws LibvirtError (code 45 for wrong answers or none), or what the callback threw
 */
export function openWithCredentials(
  uri: string | null,
  answer: CredentialAnswers,
  flags: number,
): Pointer<'virConnect'> {
  silenceErrors();
  let thrown: { error: unknown } | null = null;
  const registration = registerCallback('virConnectAuthCallbackPtr', ([address, count]) => {
    try {
      return typeof address === 'bigint' ? fill(address, Number(count), answer) : -1;
    } catch (error) {
      thrown = { error };
      return -1;
    }
  });
  const types = copyToC(new Uint8Array(Int32Array.from(credentialTypes).buffer));
  try {
    const auth = authStruct(types, registration.callback, registration.opaque);
    const connection = native.virConnectOpenAuth(uri, auth, flags);
    if (connection === null) throw failure(thrown);
    return connection;
  } finally {
    registration.forget();
    free(types);
  }
}

function failure(thrown: { error: unknown } | null): unknown {
  const refused = lastError('virConnectOpenAuth');
  return thrown ? thrown.error : refused;
}

function authStruct(types: bigint, callback: bigint, opaque: bigint): Uint8Array {
  const layout = layoutOf('virConnectAuth');
  const memory = Buffer.alloc(layout.size);
  const at = (field: string) => layout.members?.[field]?.offset ?? 0;
  koffi.encode(memory, at('credtype'), 'void *', types);
  koffi.encode(memory, at('ncredtype'), 'unsigned int', credentialTypes.length);
  koffi.encode(memory, at('cb'), 'void *', callback);
  koffi.encode(memory, at('cbdata'), 'void *', opaque);
  return memory;
}

/** Reads what is asked, and writes the answers where libvirt will free them. */
function fill(address: bigint, count: number, answer: CredentialAnswers): number {
  const prompts: CredentialPrompt[] = Array.from({ length: count }, (_, index) => {
    const { type, prompt, challenge, defresult } = koffi.decode(address, index * credential.size, credential);
    return { type, prompt: prompt ?? '', challenge, defresult };
  });
  const answers = answer(prompts);
  if (answers === null) return -1;
  prompts.forEach((_, index) => {
    const text = answers[index];
    if (text === null || text === undefined) return;
    writeAnswer(address + BigInt(index * credential.size), Buffer.from(`${text}\0`));
  });
  return 0;
}

function writeAnswer(at: bigint, text: Uint8Array): void {
  const result = new Uint8Array(new BigUint64Array([copyToC(text)]).buffer, 0, pointerSize);
  memcpy(at + BigInt(resultOffset), result, pointerSize);
  memcpy(at + BigInt(lengthOffset), new Uint32Array([text.length - 1]), 4);
}

function copyToC(bytes: Uint8Array): bigint {
  const address = malloc(bytes.length);
  if (address === null) throw new Error(`no memory for ${bytes.length} bytes`);
  memcpy(address, bytes, bytes.length);
  return address;
}
