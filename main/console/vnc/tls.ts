import type { Duplex } from 'node:stream';
import { checkServerIdentity, connect, type TLSSocket } from 'node:tls';
import { VncFailure } from './failure.ts';

/** Whom to believe that the server is who it says, and what to show it. */
export interface TlsTrust {
  /** The name under which the user knows the host. */
  readonly name: string;
  /** Authorities, PEM. */
  readonly authorities: readonly string[];
  /** Files that the authorities come from, for messages. */
  readonly sources: readonly string[];
  /** The user wants no check (no_verify=1 of the URI). */
  readonly unchecked: boolean;
  readonly client: { readonly certificate: string; readonly key: string } | null;
}

export interface TlsOptions {
  /** Null: the server has no certificate (anonymous Diffie-Hellman). */
  readonly trust: TlsTrust | null;
  /** Another way already says who the server is. */
  readonly secureWay: boolean;
  readonly timeoutMs: number;
}

/**
 * Encrypts a stream.
 * @throws VncFailure `certificate` when the server is not who it should be
 */
export function startTls(stream: Duplex, options: TlsOptions): Promise<TLSSocket> {
  const { trust, secureWay, timeoutMs } = options;
  const checked = trust !== null && !trust.unchecked && !secureWay;
  return new Promise((resolve, reject) => {
    const socket = connect({
      socket: stream,
      rejectUnauthorized: checked,
      ...(trust ? certificates(trust) : ANONYMOUS),
      ...(trust && { checkServerIdentity: (_, certificate) => checkServerIdentity(trust.name, certificate) }),
    });
    const fail = (failure: VncFailure) => {
      clearTimeout(timer);
      socket.destroy();
      reject(failure);
    };
    const timer = setTimeout(
      () => fail(new VncFailure('silent', 'does not go on with the encryption that it began')),
      timeoutMs,
    );
    const failed = (error: Error) => fail(tlsFailure(error, trust));
    socket.once('error', failed);
    // What ends in the middle of it is told by no error.
    const closed = () => failed(new Error('it closed the connection'));
    socket.once('close', closed);
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      socket.off('error', failed);
      socket.off('close', closed);
      socket.on('error', () => {});
      socket.once('close', () => stream.destroy());
      resolve(socket);
    });
  });
}

/** Ciphers without certificates ended with TLS 1.2, and OpenSSL counts them as unsafe. */
const ANONYMOUS = { ciphers: 'aNULL:!eNULL:@SECLEVEL=0', maxVersion: 'TLSv1.2' } as const;

function certificates({ name, authorities, client }: TlsTrust) {
  return {
    // An address is no name that a server could look for.
    ...(!/^[\d.]+$|:/.test(name) && { servername: name }),
    ...(authorities.length > 0 && { ca: [...authorities] }),
    ...(client && { cert: client.certificate, key: client.key }),
  };
}

const UNKNOWN_AUTHORITY = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

function tlsFailure(error: Error, trust: TlsTrust | null): VncFailure {
  const code = 'code' in error ? String(error.code) : '';
  if (trust && UNKNOWN_AUTHORITY.has(code)) {
    return new VncFailure(
      'certificate',
      'shows a certificate of an authority that this machine does not trust',
      `Put the certificate of the authority that made it into ~/.pki/CA/cacert.pem. Looked at: ${trust.sources.join(', ') || 'none was found'}.`,
    );
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return new VncFailure(
      'certificate',
      `shows a certificate that is not for ${trust?.name ?? 'this host'}: ${error.message}`,
      'Connect to the host by a name that stands in its certificate.',
    );
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return new VncFailure(
      'certificate',
      `shows a certificate that ${code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'}`,
      'The host needs a new one (vnc_tls_x509_cert_dir in its qemu.conf); check the clocks, too.',
    );
  }
  if (
    /certificate.required|bad.certificate|handshake.failure|alert|closed the connection/i.test(error.message)
  ) {
    const without = trust !== null && trust.client === null;
    return new VncFailure(
      'certificate',
      `ended the encryption: ${error.message}`,
      without
        ? 'It may want to see a certificate of yours: put clientcert.pem and private/clientkey.pem into ~/.pki/libvirt-vnc.'
        : 'It may not accept the certificate that it was shown.',
    );
  }
  return new VncFailure('closed', `could not begin the encryption (${error.message})`);
}
