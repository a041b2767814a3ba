import { ApiError, apiError } from '../../../contract/index.ts';
import { withoutSecrets } from './addresses.ts';

/** What OpenSSL's reasons (as Node names them) mean for somebody who wants a file. */
const CERTIFICATES: Readonly<Record<string, readonly [string, string]>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: ['it was signed by the server itself', 'authority'],
  SELF_SIGNED_CERT_IN_CHAIN: ['this machine does not know the authority that signed it', 'authority'],
  UNABLE_TO_GET_ISSUER_CERT: ['this machine does not know the authority that signed it', 'authority'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['this machine does not know the authority that signed it', 'authority'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'this machine does not know the authority that signed it, or the server leaves out a certificate in between',
    'authority',
  ],
  CERT_UNTRUSTED: ['this machine does not trust it', 'authority'],
  CERT_HAS_EXPIRED: ['it has expired', 'date'],
  CERT_NOT_YET_VALID: ['it is not valid yet', 'date'],
  CERT_REVOKED: ['it was revoked', 'other'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['it was made for another name', 'name'],
};

const CERTIFICATE_HINTS: Readonly<Record<string, string>> = {
  authority:
    'Have the authority’s certificate added to those of this machine (Debian: /usr/local/share/ca-certificates and update-ca-certificates; Fedora: /etc/pki/ca-trust/source/anchors and update-ca-trust).',
  date: 'Check the date of this machine; if it is right, the server’s administrator has to renew it.',
  name: 'Check the server’s name in the address.',
  other: 'Ask the server’s administrator.',
};

/** A failure to fetch, with the address, the reason in words, and what helps. */
export function explainFetch(error: unknown, place: URL): ApiError {
  if (error instanceof ApiError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const shown = withoutSecrets(place);
  if (error instanceof Error && error.name === 'AbortError') return apiError('cancelled', 'Cancelled.');
  const certificate = CERTIFICATES[code];
  if (certificate) {
    const [why, kind] = certificate;
    const words = `The certificate of ${place.host} cannot be trusted: ${why}.`;
    return apiError('unavailable', words, CERTIFICATE_HINTS[kind]);
  }
  return reached(code, place, shown) ?? other(error, shown);
}

function reached(code: string, place: URL, shown: string): ApiError | null {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return apiError(
        'unavailable',
        `The server ${place.hostname} cannot be found.`,
        'Check its name, and whether this machine has a network.',
      );
    case 'ECONNREFUSED':
      return apiError('unavailable', `${place.host} refuses connections.`, 'Check the address and its port.');
    case 'ETIMEDOUT':
      return apiError('timeout', `${place.host} does not answer.`, 'Check the address, or try again later.');
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return apiError('unavailable', `There is no way to ${place.host} from this machine.`);
    case 'ECONNRESET':
    case 'EPIPE':
      return apiError('unavailable', `${place.host} ended the connection while ${shown} was fetched.`);
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return apiError('unavailable', `${place.host} does not speak https.`, 'Try http:// instead.');
    default:
      return null;
  }
}

function other(error: unknown, shown: string): ApiError {
  const words = error instanceof Error ? error.message : String(error);
  return apiError('unavailable', `${shown} cannot be fetched: ${words.slice(0, 500)}.`);
}
