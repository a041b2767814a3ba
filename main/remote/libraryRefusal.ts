import { ApiError, type ChangedHostKey } from '../../contract/index.ts';
import { parameterOf, shellCommand, type UriParts } from '../../model/index.ts';

const CHANGED =
  /Identity of host '([^']+):(\d+)' differs from stored identity\. Please verify the new host key '([^']*)'[\s\S]*stored in '([^']*)'/;

/** Explains why libvirt's own ssh libraries (transports libssh and libssh2) did not get in; null: something else. */
export function explainLibrary(parts: UriParts, name: string, words: string): ApiError | null {
  const changed = CHANGED.exec(words);
  if (changed) {
    const [, host = parts.host, port = '22', offered = '', file = null] = changed;
    const entry = port === '22' ? host : `[${host}]:${port}`;
    const hostKey: ChangedHostKey = { host, type: 'host', offered, known: null, file, line: null };
    const command = shellCommand('ssh-keygen', ...(file === null ? [] : ['-f', file]), '-R', entry);
    return new ApiError({
      kind: 'authentication',
      message: `${name} shows another host key than the one that is known (${file}). Somebody may be pretending to be it: nothing was sent. Shown now: ${offered}.`,
      hint: `Ask the host's administrator whether its key was changed, and compare. Only then forget the old key: ${command}`,
      hostKey,
      remedies: [{ kind: 'command', label: 'Forget the old key, after you have asked', command }],
    });
  }
  if (/host key for '[^']*' \([^)]*\) was not accepted|decision to accept host key/i.test(words)) {
    return new ApiError({
      kind: 'authentication',
      message: `The host key of ${name} was not accepted, so that nothing was sent to it.`,
      hint: 'Connect again and accept the key after you have compared it.',
    });
  }
  if (/authentication failed|no authentication methods|access denied|auth/i.test(words)) {
    const ways = parameterOf(parts, 'sshauth');
    return new ApiError({
      kind: 'authentication',
      message: `${name} refused to let ${parts.user ?? 'you'} in: no key, password or other proof was accepted.`,
      hint: `Check the user name and the key${ways === null ? '' : `, and that the ways to sign in (sshauth=${ways}) are those that the host accepts`}. The transport ssh reads your ssh configuration, this one does not.`,
    });
  }
  return null;
}
