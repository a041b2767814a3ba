import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { isSignedBy, type TlsCheck } from './tlsFiles.ts';

/** What a libvirt daemon shows and says when one connects to it with TLS. */
export interface TlsProbe {
  /** What it shows; null: there was no handshake. */
  readonly server: X509Certificate | null;
  /** Whether one of our authorities has signed it. */
  readonly known: boolean;
  /** Whether one of its names is the host's. */
  readonly named: boolean;
  /** Whether it took our certificate: libvirtd sends one byte then, and closes the connection otherwise. */
  readonly accepted: boolean;
  /** The handshake's own error, as an alert of TLS; null: none. */
  readonly alert: string | null;
}

const PROBE_MS = 4_000;

/** Connects showing our certificate, whatever the host shows: to look at it, never to trust it. */
export function connectUnverified(host: string, port: number, { client }: TlsCheck): TLSSocket {
  return connect({
    host,
    port,
    ...(isIP(host) === 0 && { servername: host }),
    // What is wrong is for us to say.
    rejectUnauthorized: false,
    ciphers: 'DEFAULT@SECLEVEL=0',
    ...(client && {
      cert: client.certificate.toString(),
      key: client.key.export({ type: 'pkcs8', format: 'pem' }),
    }),
  });
}

/**
 * Connects once more to see what libvirt only says in general words. Verifies nothing by itself and sends nothing
 * but our certificate. Null when nobody answers.
 */
export function probeTls(host: string, port: number, check: TlsCheck): Promise<TlsProbe | null> {
  const { authorities } = check;
  return new Promise((resolve) => {
    let server: X509Certificate | null = null;
    let accepted = false;
    let alert: string | null = null;
    const socket = connectUnverified(host, port, check);
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      const shown = server;
      const known = shown !== null && authorities.some((authority) => isSignedBy(shown, authority));
      const named = shown !== null && isNamed(shown, host);
      resolve(shown === null && alert === null ? null : { server: shown, known, named, accepted, alert });
    };
    const timer = setTimeout(end, PROBE_MS);
    socket.once('secureConnect', () => {
      server = socket.getPeerX509Certificate() ?? null;
    });
    socket.once('data', (bytes: Buffer) => {
      accepted = bytes[0] === 1;
      end();
    });
    socket.on('error', (error: Error & { code?: string }) => {
      if (error.code?.startsWith('ERR_SSL_')) alert = error.code;
      end();
    });
    socket.once('close', end);
  });
}

function isNamed(certificate: X509Certificate, host: string): boolean {
  return (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
}
