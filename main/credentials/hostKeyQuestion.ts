import type { OfferedHostKey } from '../../contract/index.ts';

const QUESTION = /^Accept SSH host key with hash '([^']*)' for host '([^']*):(\d+)' \(([^)]*)\)\?$/;

/**
 * What libvirt's own ssh libraries ask about a host key that they do not know (virnetsshsession.c,
 * virnetlibsshsession.c); they want "y". Null: it asks something else.
 */
export function readHostKeyQuestion(prompt: string): OfferedHostKey | null {
  const [, fingerprint, host, port, choices] = QUESTION.exec(prompt.trim()) ?? [];
  if (fingerprint === undefined || host === undefined || choices === undefined) return null;
  return {
    host: port === '22' ? host : `[${host}]:${port}`,
    address: null,
    type: kindOf(fingerprint),
    fingerprint,
  };
}

function kindOf(fingerprint: string): string {
  if (fingerprint.startsWith('SHA256:')) return 'SHA-256';
  const bytes = fingerprint.split(':').length;
  return bytes === 16 ? 'MD5' : bytes === 20 ? 'SHA-1' : bytes === 32 ? 'SHA-256' : 'hash';
}
