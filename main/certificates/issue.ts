import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { promisify } from 'node:util';
import type forgeTypes from 'node-forge';
import { apiError } from '../../contract/index.ts';
import type { AlternativeName } from './names.ts';

/** A certificate with its key, both in PEM. */
export interface Issued {
  readonly certificate: string;
  /** PKCS #8, not encrypted: libvirt's daemons start without anybody to ask. */
  readonly key: string;
}

/** What a certificate is to be good for. */
export interface Wish {
  readonly commonName: string;
  readonly use: 'server' | 'client';
  readonly names: readonly AlternativeName[];
  readonly days: number;
}

/**
 * RSA: libvirt up to 10 refuses keys that may not encipher others, as those of elliptic curves may not
 * (virnettlscert.c, check of the key usage).
 */
const BITS = 3072;
const AUTHORITY_DAYS = 3650;
const DAY_MS = 86_400_000;

/** node-forge is only loaded when certificates are made. */
async function loadForge(): Promise<typeof forgeTypes> {
  return (await import('node-forge')).default;
}

/** Makes an authority: a certificate that signs itself and others. */
export async function makeAuthority(commonName: string, bits = BITS): Promise<Issued> {
  const forge = await loadForge();
  const keys = await makeKeys(bits);
  const certificate = blank(forge, keys.publicPem, AUTHORITY_DAYS);
  const subject = [commonNameField(forge, commonName)];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  return signed(forge, certificate, keys.privatePem, keys.privatePem);
}

/** Makes a key, and a certificate for it that the authority signs; it ends with the authority at the latest. */
export async function issue(authority: Issued, wish: Wish, bits = BITS): Promise<Issued> {
  const forge = await loadForge();
  const keys = await makeKeys(bits);
  const issuer = forge.pki.certificateFromPem(authority.certificate);
  const certificate = blank(forge, keys.publicPem, wish.days);
  if (certificate.validity.notAfter > issuer.validity.notAfter) {
    certificate.validity.notAfter = issuer.validity.notAfter;
  }
  certificate.setSubject([commonNameField(forge, wish.commonName)]);
  certificate.setIssuer(issuer.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    // A server is also a client of its peers, in migrations.
    { name: 'extKeyUsage', serverAuth: wish.use === 'server', clientAuth: true },
    ...(wish.names.length > 0 ? [{ name: 'subjectAltName', altNames: wish.names.map(generalName) }] : []),
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
  ]);
  return signed(forge, certificate, keys.privatePem, authority.key);
}

/**
 * Checks that an authority that was found can sign: that key and certificate belong together, are in date and
 * of the right kind. Throws `conflict` with what is wrong.
 */
export function checkAuthority({ certificate, key }: Issued, place: string): void {
  const wrong = (why: string) =>
    apiError(
      'conflict',
      `The authority in ${place} cannot sign: ${why}`,
      'Choose another folder for a new one.',
    );
  let parsed: X509Certificate;
  let privateKey: ReturnType<typeof createPrivateKey>;
  try {
    parsed = new X509Certificate(certificate);
    privateKey = createPrivateKey(key);
  } catch {
    throw wrong('its files are no certificate with a key that is not encrypted.');
  }
  if (!parsed.ca) throw wrong('its certificate is not one of an authority.');
  if (!parsed.checkPrivateKey(privateKey)) throw wrong('its key belongs to another certificate.');
  if (privateKey.asymmetricKeyType !== 'rsa') throw wrong('its key is not an RSA key.');
  if (Date.parse(parsed.validTo) < Date.now()) throw wrong(`it has ended on ${parsed.validTo}.`);
}

interface Keys {
  /** PKCS #8. */
  readonly privatePem: string;
  readonly publicPem: string;
}

async function makeKeys(bits: number): Promise<Keys> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function blank(forge: typeof forgeTypes, publicPem: string, days: number): forgeTypes.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicPem);
  // Positive, as RFC 5280 wants it, and without a leading zero.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  certificate.serialNumber = serial.toString('hex');
  // Clocks differ, and a certificate is often used within a minute.
  certificate.validity.notBefore = new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = new Date(Date.now() + days * DAY_MS);
  return certificate;
}

/** Signs, and reads the result back with another implementation. */
function signed(
  forge: typeof forgeTypes,
  certificate: forgeTypes.pki.Certificate,
  ownKey: string,
  signingKey: string,
): Issued {
  const traditional = createPrivateKey(signingKey).export({ type: 'pkcs1', format: 'pem' }).toString();
  certificate.sign(forge.pki.privateKeyFromPem(traditional), forge.md.sha256.create());
  const pem = forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n');
  const parsed = new X509Certificate(pem);
  if (!parsed.checkPrivateKey(createPrivateKey(ownKey)) || !parsed.verify(createPublicKey(signingKey))) {
    throw apiError('internal', 'A certificate that was made does not hold.');
  }
  return { certificate: pem, key: ownKey };
}

/** In UTF-8, as RFC 5280 wants it (4.1.2.4). */
function commonNameField(forge: typeof forgeTypes, value: string): forgeTypes.pki.CertificateField {
  const field: forgeTypes.pki.CertificateField = { name: 'commonName', value };
  // The package's types ask for a class here; what it reads is a type.
  Reflect.set(field, 'valueTagClass', forge.asn1.Type.UTF8);
  return field;
}

/** GeneralName of RFC 5280: 2 is a DNS name, 7 an IP address. */
function generalName(name: AlternativeName): { type: number; value?: string; ip?: string } {
  return name.kind === 'dns' ? { type: 2, value: name.value } : { type: 7, ip: name.value };
}
