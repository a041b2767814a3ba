import type { Duplex } from 'node:stream';
import { ByteReader, u32 } from './byteReader.ts';
import { VncFailure } from './failure.ts';
import { startSasl } from './sasl.ts';
import { startTls, type TlsTrust } from './tls.ts';
import { answerChallenge } from './vncAuth.ts';

/** What a display wants to know of the user. */
export interface VncWish {
  readonly username: boolean;
  /** Only the first so many bytes of the password count; null: all do. */
  readonly significant: number | null;
}

export interface VncAnswer {
  readonly username: string;
  readonly password: string;
}

/** What the handshake takes from outside. */
export interface VncAccess {
  /** Asks for the password; null: there is none, the user does not want to say it. */
  readonly credentials: (wish: VncWish) => Promise<VncAnswer | null>;
  /** Nobody between here and the server can listen or answer instead of it: ssh, a socket, this machine. */
  readonly secureWay: boolean;
  readonly trust: () => Promise<TlsTrust>;
  /** How long the server may be silent, in ms. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;
const MAX_REASON = 4096;
const MAX_SASL = 64 * 1024;

/** Security types (IANA's registry of RFB). */
const Type = { invalid: 0, none: 1, vnc: 2, vencrypt: 19, sasl: 20 } as const;
/** Best first. */
const ORDER = [Type.vencrypt, Type.none, Type.sasl, Type.vnc];

const NAMES: Readonly<Record<number, string>> = {
  5: 'RA2',
  6: 'RA2ne',
  16: 'Tight',
  17: 'Ultra',
  18: 'TLS',
  30: 'Apple remote desktop',
  113: 'MS-Logon II',
};

type Inner = 'none' | 'vnc' | 'plain' | 'sasl';

/** VeNCrypt's subtypes, best first. The numbers of those with SASL are QEMU's. */
const SUBTYPES: readonly { code: number; x509: boolean; inner: Inner }[] = [
  { code: 263, x509: true, inner: 'sasl' },
  { code: 262, x509: true, inner: 'plain' },
  { code: 261, x509: true, inner: 'vnc' },
  { code: 260, x509: true, inner: 'none' },
  { code: 264, x509: false, inner: 'sasl' },
  { code: 259, x509: false, inner: 'plain' },
  { code: 258, x509: false, inner: 'vnc' },
  { code: 257, x509: false, inner: 'none' },
];

/** A server that has let us in. */
export interface Entered {
  readonly stream: Duplex;
  /** How long it took to answer a question that it answers at once, in ms. */
  readonly roundTripMs: number;
}

/**
 * Speaks the first part of RFB (RFC 6143, 7.1) with a server, as far as the sign-in and encryption go. What is given
 * back goes on with ClientInit, which is not sent yet. The stream that was given is destroyed when it fails.
 * @throws VncFailure
 */
export async function enterVnc(stream: Duplex, access: VncAccess): Promise<Entered> {
  // One that comes between two reads is told by the next.
  stream.on('error', () => {});
  try {
    return await new Handshake(stream, access).run();
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

class Handshake {
  readonly #access: VncAccess;
  #stream: Duplex;
  #reader: ByteReader;
  #encrypted: boolean;
  /** Minor version: 3, 7 or 8. */
  #minor = 8;

  constructor(stream: Duplex, access: VncAccess) {
    this.#stream = stream;
    this.#access = access;
    this.#reader = this.#readerOf(stream);
    this.#encrypted = access.secureWay;
  }

  #readerOf(stream: Duplex): ByteReader {
    return new ByteReader(stream, this.#access.timeoutMs ?? TIMEOUT_MS);
  }

  async run(): Promise<Entered> {
    await this.#version();
    const asked = performance.now();
    const type = this.#minor === 3 ? await this.#givenType() : await this.#chosenType();
    const roundTripMs = performance.now() - asked;
    switch (type) {
      case Type.vencrypt:
        await this.#vencrypt();
        break;
      case Type.sasl:
        await this.#sasl();
        await this.#result();
        break;
      case Type.vnc:
        await this.#vnc();
        await this.#result();
        break;
      default:
        if (this.#minor === 8) await this.#result();
    }
    return { stream: this.#stream, roundTripMs };
  }

  async #version(): Promise<void> {
    const banner = (await this.#reader.read(12)).toString('latin1');
    const found = /^RFB (\d{3})\.(\d{3})\n$/.exec(banner);
    if (!found) {
      const said = banner.replaceAll(/[^\x20-\x7e]/g, '.');
      throw new VncFailure('garbage', `is none: it greets with "${said}"`);
    }
    const [major, minor] = [Number(found[1]), Number(found[2])];
    if (major < 3) throw new VncFailure('unsupported', `speaks version ${major}.${minor} of RFB`);
    // Apple and others announce numbers of their own (3.889, 4.1); all of them know 3.8.
    this.#minor = major > 3 || minor >= 8 ? 8 : minor === 7 ? 7 : 3;
    this.#stream.write(`RFB 003.00${this.#minor}\n`);
  }

  async #givenType(): Promise<number> {
    const type = await this.#reader.u32();
    if (type === Type.invalid) throw await this.#refusal();
    if (type !== Type.none && type !== Type.vnc) throw unknownTypes([type]);
    return type;
  }

  async #chosenType(): Promise<number> {
    const count = await this.#reader.u8();
    if (count === 0) throw await this.#refusal();
    const offered = [...(await this.#reader.read(count))];
    const type = ORDER.find((one) => offered.includes(one));
    if (type === undefined) throw unknownTypes(offered);
    this.#stream.write(Uint8Array.of(type));
    return type;
  }

  async #result(): Promise<void> {
    if ((await this.#reader.u32()) === 0) return;
    // Before 3.8 no reason is given.
    const reason = this.#minor === 8 ? await this.#reason().catch(() => '') : '';
    throw new VncFailure('refused', `refuses the password${reason === '' ? '' : ` (${reason})`}`);
  }

  async #refusal(): Promise<VncFailure> {
    const reason = await this.#reason().catch(() => 'it does not say why');
    return new VncFailure('closed', `lets nobody in: ${reason}`);
  }

  async #reason(): Promise<string> {
    const text = (await this.#reader.counted(MAX_REASON)).toString();
    return text.replaceAll(/\p{Cc}/gu, ' ').trim();
  }

  async #vnc(): Promise<void> {
    const challenge = await this.#reader.read(16);
    const { password } = await this.#ask({ username: false, significant: 8 });
    this.#stream.write(answerChallenge(challenge, password));
  }

  async #plain(): Promise<void> {
    const { username, password } = await this.#ask({ username: true, significant: null });
    const [user, secret] = [Buffer.from(username), Buffer.from(password)];
    this.#stream.write(Buffer.concat([u32(user.length), u32(secret.length), user, secret]));
  }

  async #sasl(): Promise<void> {
    const offered = (await this.#reader.counted(MAX_SASL)).toString().split(',').filter(Boolean);
    // Found out before the user is asked for something that cannot be used.
    startSasl(offered, { username: '', password: '' }, this.#encrypted);
    const account = await this.#ask({ username: true, significant: null });
    const client = startSasl(offered, account, this.#encrypted);
    const name = Buffer.from(client.mechanism);
    this.#stream.write(Buffer.concat([u32(name.length), name, saslData(client.first)]));
    for (let turn = 0; turn < 8; turn++) {
      const said = await this.#saslAnswer();
      if (said === null) return;
      const answer = client.complete ? Buffer.alloc(0) : client.answer(said.data);
      if (!said.more) {
        if (client.complete) return;
        throw new VncFailure('garbage', 'ends the sign-in by SASL too early');
      }
      this.#stream.write(saslData(answer));
    }
    throw new VncFailure('garbage', 'never ends the sign-in by SASL');
  }

  /** Null: it was refused at once, and the result follows. */
  async #saslAnswer(): Promise<{ data: Buffer; more: boolean } | null> {
    try {
      const data = await this.#reader.counted(MAX_SASL);
      // It is sent with a zero at its end, so that nothing and an empty text can be told apart.
      return { data: data.subarray(0, Math.max(0, data.length - 1)), more: (await this.#reader.u8()) === 0 };
    } catch (error) {
      // QEMU only closes the connection when a mechanism fails in its first steps.
      if (error instanceof VncFailure && error.kind === 'closed')
        throw new VncFailure('refused', 'refuses the user or the password');
      throw error;
    }
  }

  async #vencrypt(): Promise<void> {
    const version = await this.#reader.read(2);
    if (version[0] !== 0 || (version[1] ?? 0) < 2)
      throw new VncFailure('unsupported', `wants version ${version.join('.')} of VeNCrypt`);
    this.#stream.write(Uint8Array.of(0, 2));
    if ((await this.#reader.u8()) !== 0)
      throw new VncFailure('unsupported', 'does not know version 0.2 of VeNCrypt');
    const bytes = await this.#reader.read(4 * (await this.#reader.u8()));
    const offered = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32BE(index * 4));
    const chosen = SUBTYPES.find(({ code }) => offered.includes(code));
    if (!chosen) throw unknownTypes(offered);
    if (!chosen.x509) this.#mayBeAnonymous(chosen.inner);
    this.#stream.write(u32(chosen.code));
    if ((await this.#reader.u8()) !== 1)
      throw new VncFailure('closed', 'did not begin the encryption that it offered');
    this.#stream = await startTls(this.#stream, {
      trust: chosen.x509 ? await this.#access.trust() : null,
      secureWay: this.#access.secureWay,
      timeoutMs: this.#access.timeoutMs ?? TIMEOUT_MS,
    });
    this.#reader = this.#readerOf(this.#stream);
    this.#encrypted = true;
    await this.#inner(chosen.inner);
    await this.#result();
  }

  /** Without a certificate anybody in between can be the server: a password in the clear would be theirs. */
  #mayBeAnonymous(inner: Inner): void {
    if (inner !== 'plain' || this.#access.secureWay) return;
    throw new VncFailure(
      'certificate',
      'encrypts without a certificate and wants a password, which anybody in between could read',
      'Set vnc_tls_x509_cert_dir and give the host a certificate, or connect to the host over ssh.',
    );
  }

  #inner(inner: Inner): Promise<void> {
    switch (inner) {
      case 'vnc':
        return this.#vnc();
      case 'plain':
        return this.#plain();
      case 'sasl':
        return this.#sasl();
      case 'none':
        return Promise.resolve();
    }
  }

  async #ask(wish: VncWish): Promise<VncAnswer> {
    const answer = await this.#access.credentials(wish);
    if (answer) return answer;
    throw new VncFailure('cancelled', 'wants a password, and none was given');
  }
}

/** Data of SASL: nothing, or the bytes with a zero behind them. */
function saslData(data: Buffer): Buffer {
  if (data.length === 0) return u32(0);
  return Buffer.concat([u32(data.length + 1), data, Uint8Array.of(0)]);
}

function unknownTypes(offered: readonly number[]): VncFailure {
  const list = offered.slice(0, 8).map((type) => NAMES[type] ?? `type ${type}`);
  return new VncFailure(
    'unsupported',
    `wants a way of signing in that Virtdeck does not know (${list.join(', ')})`,
    'Virtdeck knows no password, VNC passwords, SASL, and VeNCrypt with TLS or X.509 certificates.',
  );
}
