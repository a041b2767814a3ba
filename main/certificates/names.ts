import { isIP } from 'node:net';
import { apiError } from '../../contract/index.ts';

/** A name of a server as a certificate has it (RFC 5280, 4.2.1.6). */
export type AlternativeName =
  | { readonly kind: 'dns'; readonly value: string }
  | { readonly kind: 'ip'; readonly value: string };

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;

/** Reads a host name or an IP address. Throws `invalid` for anything else. */
export function alternativeName(text: string): AlternativeName {
  const name = text.trim().replace(/^\[(.*)\]$/, '$1');
  if (isIP(name) !== 0) return { kind: 'ip', value: name };
  const plain = name.replace(/\.$/, '');
  const labels = plain.split('.');
  if (plain.length <= 253 && labels.every((label) => LABEL.test(label)) && !/^[\d.]+$/.test(plain)) {
    return { kind: 'dns', value: plain.toLowerCase() };
  }
  throw apiError(
    'invalid',
    `"${text}" is neither a host name nor an IP address.`,
    'Write the name as it stands in the URI of the connection; names beyond ASCII in their form with xn--.',
  );
}

/** A name of a client, which is a part of its certificate's subject. Throws `invalid`. */
export function commonName(text: string): string {
  const name = text.trim();
  // X.520 allows 64 characters (ub-common-name). Commas and equals signs would have to be escaped in libvirt's lists.
  if (/^[^\p{C},=+"\\<>;#/]{1,64}$/u.test(name)) return name;
  throw apiError(
    'invalid',
    `"${text}" is no name for a certificate: 1 to 64 characters without , = + " \\ < > ; # /`,
  );
}

/** The folder for what is made for a name: addresses and names have nothing in them that a folder may not have. */
export function folderName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._@-]/gu, '-').replace(/^\.+/, '');
}
