import { createCipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ByteChannel } from '../../../contract/index.ts';
import { u32 } from './byteReader.ts';
import { enterVnc, type VncAccess } from './handshake.ts';
import { openDesk } from './openDesk.ts';
import { scramClient } from './sasl.ts';
import { answerChallenge } from './vncAuth.ts';

/** A server that says its lines in turn, each when so many bytes of the client have come since the one before. */
class Server extends Duplex {
  readonly heard: Buffer[] = [];
  #script: { after: number; say: Buffer }[];
  #waiting = 0;

  constructor(...script: [after: number, say: Buffer | string | 'end'][]) {
    super();
    this.#script = script.map(([after, say]) => ({ after, say: Buffer.from(say) }));
    this.#go();
  }
  override _read() {}
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.heard.push(chunk);
    this.#waiting += chunk.length;
    this.#go();
    done();
  }
  #go() {
    for (let next = this.#script[0]; next && this.#waiting >= next.after; next = this.#script[0]) {
      this.#waiting -= next.after;
      this.#script.shift();
      this.push(next.say.toString() === 'end' ? null : next.say);
    }
  }
  get text() {
    return Buffer.concat(this.heard);
  }
}

const access = (more: Partial<VncAccess> = {}): VncAccess => ({
  credentials: async () => ({ username: 'u', password: 'secret' }),
  secureWay: true,
  trust: () => Promise.reject(new Error('not wanted here')),
  timeoutMs: 500,
  ...more,
});
const BANNER = 'RFB 003.008\n';
const OK = u32(0);
const bytes = (...all: number[]) => Buffer.from(all);
const challenge = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

describe('the handshake', () => {
  it('enters without a password, and leaves what follows in the stream', async () => {
    const server = new Server([0, BANNER], [12, bytes(1, 1)], [1, Buffer.concat([OK, Buffer.from('after')])]);
    const { stream } = await enterVnc(server, access());
    expect(server.text).toEqual(Buffer.concat([Buffer.from(BANNER), bytes(1)]));
    expect(stream.read()?.toString()).toBe('after');
  });

  it('takes bytes that come one by one', async () => {
    const all = Buffer.concat([Buffer.from(BANNER), bytes(1, 1), OK]);
    const server = new Server();
    const entered = enterVnc(server, access());
    for (const byte of all) {
      server.push(Uint8Array.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await entered;
  });

  it.each([
    ['RFB 003.003\n', 'RFB 003.003\n', u32(1), 0],
    ['RFB 003.007\n', 'RFB 003.007\n', bytes(1, 1), 0],
    ['RFB 003.889\n', BANNER, bytes(1, 1), 1],
    ['RFB 004.001\n', BANNER, bytes(1, 1), 1],
  ])('speaks the version of %j', async (banner, answered, types, results) => {
    const server = new Server([0, banner], [12, types], ...(results ? [[1, OK] as [number, Buffer]] : []));
    await enterVnc(server, access());
    expect(server.text.toString().slice(0, 12)).toBe(answered);
  });

  it('answers a challenge with the password, eight bytes of it', async () => {
    const server = new Server([0, BANNER], [12, bytes(1, 2)], [1, challenge], [16, OK]);
    await enterVnc(server, access());
    expect(server.text.subarray(-16)).toEqual(answerChallenge(challenge, 'secret'));
    expect(answerChallenge(challenge, '12345678')).toEqual(answerChallenge(challenge, '123456789'));
  });

  it('says that a password is wrong, with the reason', async () => {
    const reason = Buffer.from('bad\u0007 luck');
    const refusal = Buffer.concat([u32(1), u32(reason.length), reason]);
    const server = new Server([0, BANNER], [12, bytes(1, 2)], [1, challenge], [16, refusal]);
    const failed = enterVnc(server, access());
    await expect(failed).rejects.toMatchObject({
      kind: 'refused',
      message: 'refuses the password (bad  luck)',
    });
    expect(server.destroyed).toBe(true);
  });

  it('gives up when the user does', async () => {
    const server = new Server([0, BANNER], [12, bytes(1, 2)], [1, challenge]);
    await expect(enterVnc(server, access({ credentials: async () => null }))).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });

  it.each<[string, [number, Buffer | string][], string, RegExp]>([
    ['another protocol', [[0, 'HTTP/1.1 400 Bad']], 'garbage', /greets with "HTTP\/1.1 400"/],
    ['silence', [], 'silent', /does not answer/],
    [
      'an early end',
      [
        [0, 'RFB'],
        [0, 'end'],
      ],
      'closed',
      /closed/,
    ],
    [
      'a refusal',
      [
        [0, BANNER],
        [12, Buffer.concat([bytes(0), u32(4), Buffer.from('busy')])],
      ],
      'closed',
      /busy/,
    ],
    [
      'an endless reason',
      [
        [0, BANNER],
        [12, Buffer.concat([bytes(0), u32(0xffffffff)])],
      ],
      'closed',
      /not say why/,
    ],
    [
      'unknown types',
      [
        [0, BANNER],
        [12, bytes(2, 30, 99)],
      ],
      'unsupported',
      /Apple remote desktop, type 99/,
    ],
    [
      'endless SASL',
      [
        [0, BANNER],
        [12, bytes(1, 20)],
        [1, u32(0x7fffffff)],
      ],
      'garbage',
      /2147483647 bytes/,
    ],
  ])('survives %s', async (_, script, kind, message) => {
    await expect(enterVnc(new Server(...script), access())).rejects.toMatchObject({
      kind,
      message: expect.stringMatching(message),
    });
  });

  it('sends no password in the clear where somebody may listen', async () => {
    const list = Buffer.from('PLAIN');
    const sasl = new Server([0, BANNER], [12, bytes(1, 20)], [1, Buffer.concat([u32(5), list])]);
    await expect(enterVnc(sasl, access({ secureWay: false }))).rejects.toMatchObject({
      kind: 'unsupported',
      hint: expect.stringContaining('vnc_tls'),
    });
    const anonymous = new Server(
      [0, BANNER],
      [12, bytes(1, 19)],
      [1, bytes(0, 2)],
      [2, Buffer.concat([bytes(0, 1), u32(259)])],
    );
    await expect(enterVnc(anonymous, access({ secureWay: false }))).rejects.toMatchObject({
      kind: 'certificate',
    });
  });

  it('signs in by SASL with PLAIN on a secure way', async () => {
    const server = new Server(
      [0, BANNER],
      [12, bytes(1, 20)],
      [1, Buffer.concat([u32(5), Buffer.from('PLAIN')])],
      [4 + 5 + 4 + 10, Buffer.concat([u32(0), bytes(1), OK])],
    );
    await enterVnc(server, access());
    expect(server.text.toString('latin1')).toContain('PLAIN\0\0\0\x0a\0u\0secret\0');
  });
});

describe('answers to challenges', () => {
  it('are single DES with reversed bits', () => {
    // RFC 6143's rule on a key whose reversal is itself: then it is plain DES, of which this is the published vector.
    const plain = Buffer.from('0000000000000000', 'hex');
    const answer = answerChallenge(Buffer.concat([plain, plain]), '');
    expect(answer.subarray(0, 8).toString('hex')).toBe('8ca64de9c1b123a7');
    const key = Buffer.from('8000000000000000', 'hex');
    const cipher = createCipheriv('des-ede3-ecb', Buffer.concat([key, key, key]), null).setAutoPadding(false);
    expect(answerChallenge(challenge, '\u0001')).toEqual(cipher.update(challenge));
  });
});

describe('SCRAM', () => {
  const sha256 = { mechanism: 'SCRAM-SHA-256', hash: 'sha256', length: 32 };
  const account = { username: 'user', password: 'pencil' };

  it('says what RFC 7677 shows', () => {
    const client = scramClient(sha256, account, 'rOprNGfwEbeRWgbNEkqO');
    expect(client.first.toString()).toBe('n,,n=user,r=rOprNGfwEbeRWgbNEkqO');
    const said = 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096';
    expect(client.answer(Buffer.from(said)).toString()).toBe(
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    );
    client.answer(Buffer.from('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4='));
    expect(client.complete).toBe(true);
  });

  it('does not believe a server that does not know the password', () => {
    const client = scramClient(sha256, account, 'abc');
    client.answer(Buffer.from('r=abcdef,s=c2FsdA==,i=4096'));
    const salted = pbkdf2Sync('other', 'salt', 4096, 32, 'sha256');
    const forged = createHmac('sha256', createHash('sha256').update(salted).digest()).digest('base64');
    expect(() => client.answer(Buffer.from(`v=${forged}`))).toThrow(/does not know the password/);
    expect(client.complete).toBe(false);
  });

  it.each(['r=abc,s=c2FsdA==,i=4096', 'r=other,s=c2FsdA==,i=4096', 'r=abcd,s=c2FsdA==,i=99999999', 'x', ''])(
    'refuses %j',
    (said) => {
      expect(() => scramClient(sha256, account, 'abc').answer(Buffer.from(said))).toThrow(/no meaning/);
    },
  );
});

describe('openDesk', () => {
  it('lets a window in without a password and passes on what follows', () => {
    const sent: Buffer[] = [];
    let consume: (bytes: Uint8Array) => unknown = () => {};
    const raw: ByteChannel = {
      open: true,
      bufferedAmount: 0,
      send: (some) => void sent.push(Buffer.from(some)),
      drained: () => Promise.resolve(),
      onData: (consumer) => {
        consume = consumer;
      },
      onClose: () => {},
      close: () => {},
    };
    const passed: Buffer[] = [];
    openDesk(raw).onData((some) => void passed.push(Buffer.from(some)));
    expect(Buffer.concat(sent).toString()).toBe(BANNER);
    for (const byte of Buffer.from(BANNER)) consume(Uint8Array.of(byte));
    expect(sent.at(-1)).toEqual(bytes(1, 1));
    consume(bytes(1, 1, 2, 3));
    expect(sent.at(-1)).toEqual(bytes(0, 0, 0, 0));
    consume(bytes(4));
    expect(Buffer.concat(passed)).toEqual(bytes(1, 2, 3, 4));
  });
});
