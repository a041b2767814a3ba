import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CREDIT_WINDOW, calls, creditChannel, MAX_MESSAGE_LENGTH } from '../../contract/index.ts';
import { memoryFramePorts } from '../../contract/memoryWire.ts';
import { createHost } from '../../renderer/transport/connect.ts';
import { type Stand, stands } from './helpers/app/stands.ts';
import { someDomain, tinyServices } from './helpers/app/tinyServices.ts';

/** What one raw message leads to: an answer, or the end of the wire. */
async function sendRaw(
  stand: Stand,
  text: string,
): Promise<{ answer?: unknown; closed?: true; text?: string }> {
  const { wire } = await stand.connect();
  try {
    return await new Promise((resolve, reject) => {
      wire.onMessage((answer) => resolve({ answer: JSON.parse(answer), text: answer }));
      wire.onClose(() => resolve({ closed: true }));
      wire.send(text);
      setTimeout(() => reject(new Error(`Neither answer nor end after ${text.slice(0, 200)}`)), 5000);
    });
  } finally {
    wire.close();
  }
}

const request = (name: unknown, input: unknown, more: object = {}) =>
  JSON.stringify({ t: 'q', i: '1', m: name, a: [input], ...more });

/** No stack, no place in the program, nothing of Node. */
function expectNoInternals(text: string): void {
  expect(text).not.toMatch(/node_modules|node:internal|\/work|\.ts\b|\.js\b|\bat [A-Z]\w+\./);
}

describe.each(stands)('hostile messages over %s', (_name, createStand) => {
  let stand: Stand;
  let handled = 0;
  const states: object[] = [];

  beforeEach(async () => {
    handled = 0;
    states.length = 0;
    stand = await createStand((platform) =>
      tinyServices(platform, {
        domains: {
          start: () => {
            handled += 1;
            return {};
          },
        },
        // Takes any object: what it is for.
        settings: {
          saveUiState: (state) => {
            states.push(state);
            return {};
          },
        },
      }),
    );
  });
  afterEach(async () => {
    // Whatever was sent: main still serves, and no object has changed.
    const host = createHost(await stand.connect(), true);
    await expect(host.client.app.hello({})).resolves.toBeDefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    host.close();
    await stand.close();
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'domains',
    'domains.',
    '.start',
    'domains.__proto__',
    'domains.constructor',
    '__proto__.toString',
    'domains.start.call',
    'domains/start',
    'DOMAINS.START',
    'domains.start ',
    '$call',
    '$close',
    '',
    'event',
  ])('has no call named %j', async (name) => {
    const { answer, text } = await sendRaw(stand, request(name, someDomain));
    expect(answer).toMatchObject({
      t: 's',
      i: '1',
      e: { kind: 'invalid', message: 'There is no such request.' },
    });
    expectNoInternals(text ?? '');
    expect(handled).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['half a request', request('domains.start', someDomain).slice(0, -10)],
    ['a request cut in a word', request('domains.start', someDomain).slice(0, 20)],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['no input', JSON.stringify({ t: 'q', i: '1', m: 'domains.start', a: [] })],
    ['two inputs', JSON.stringify({ t: 'q', i: '1', m: 'domains.start', a: [someDomain, 1] })],
    ['inputs that are no list', JSON.stringify({ t: 'q', i: '1', m: 'domains.start', a: someDomain })],
    ['no id', JSON.stringify({ t: 'q', m: 'domains.start', a: [someDomain] })],
    ['an id that is an object', request('domains.start', someDomain, { i: { toString: 'x' } })],
    ['a long id', request('domains.start', someDomain, { i: 'x'.repeat(65) })],
    ['a name that is a list', request(['domains.start'], someDomain)],
    ['a long name', request('x'.repeat(201), someDomain)],
    ['an optional call', request('domains.start', someDomain, { o: true })],
    ['an answer', JSON.stringify({ t: 's', i: '1', r: 1 })],
    ['another kind of message', request('domains.start', someDomain, { t: 'x' })],
    ['deep nesting', `{"t":"q","i":"1","m":"domains.start","a":[${'['.repeat(200_000)}`],
  ])('closes the wire at %s', async (_what, text) => {
    expect(await sendRaw(stand, text)).toEqual({ closed: true });
    expect(handled).toBe(0);
  });

  it('closes the wire at a message that is too long', async () => {
    const { wire } = await stand.connect();
    const closed = new Promise((resolve) => wire.onClose(resolve));
    wire.send(request('settings.saveUiState', { x: 'y'.repeat(3 * MAX_MESSAGE_LENGTH) }));
    await closed;
    expect(states).toEqual([]);
  });

  it('does not let an input change any object', async () => {
    const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const message = (name: string, input: string) => `{"t":"q","i":"1","m":"${name}","a":[${input}]}`;
    await sendRaw(stand, message('settings.saveUiState', evil));
    await sendRaw(stand, message('settings.saveUiState', `{"a":${evil}}`));
    await sendRaw(stand, message('settings.update', evil));
    await sendRaw(stand, message('domains.start', evil));
    await sendRaw(stand, `{"__proto__":{"polluted":1},"t":"q","i":"1","m":"app.hello","a":[{}]}`);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(states.map((state) => Object.getPrototypeOf(state))).toEqual([Object.prototype, Object.prototype]);
  });

  it('refuses wrong types in every call, without a word about the program', async () => {
    const names = Object.entries(calls).flatMap(([group, members]) =>
      Object.keys(members).map((name) => `${group}.${name}`),
    );
    const host = await stand.connect();
    const answers = new Map<string, string>();
    host.wire.onMessage((text) => answers.set(JSON.parse(text).i, text));
    const wrong = [null, 7, 'x', [], [{}], true, { connection: { $ne: 1 } }, { uuid: [] }];
    let sent = 0;
    for (const name of names) {
      for (const input of wrong) host.wire.send(request(name, input, { i: String(sent++) }));
      // One call after another: more at the same time would be refused before anybody looks at them.
      await vi.waitFor(() => expect(answers.size).toBe(sent), { timeout: 10_000, interval: 5 });
    }
    for (const text of answers.values()) {
      const answer = JSON.parse(text);
      if (answer.e) expect(['invalid', 'unsupported']).toContain(answer.e.kind);
      expectNoInternals(text);
    }
    expect(handled).toBe(0);
    host.wire.close();
  });

  it('survives anything', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json(),
      fc.record({ name: fc.string(), input: fc.jsonValue() }).map(({ name, input }) => request(name, input)),
      fc
        .record({ input: fc.jsonValue(), cut: fc.nat(80) })
        .map(({ input, cut }) => request('domains.start', input).slice(0, -cut - 1)),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const result = await sendRaw(stand, text);
        if (result.text) expectNoInternals(result.text);
        expect(handled).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('hostile frames in a byte channel', () => {
  /** A channel whose other end says what it likes. */
  function attacked() {
    const [port, attacker] = memoryFramePorts();
    const channel = creditChannel(port);
    const closed = vi.fn();
    channel.onClose(closed);
    return { channel, attacker, closed };
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

  it.each([
    ['no JSON', 'credit'],
    ['half a control frame', '{"credit":1'],
    ['an unknown control', '{"hello":1}'],
    ['two at once', '{"credit":1,"close":{"kind":"end","message":""}}'],
    ['negative credit', '{"credit":-1}'],
    ['credit that is no whole number', '{"credit":0.5}'],
    ['endless credit', '{"credit":1e308}'],
    ['credit for what was never sent', '{"credit":11}'],
    ['a close of no kind', '{"close":{"kind":"__proto__","message":""}}'],
    ['a close without a message', '{"close":{"kind":"end"}}'],
    ['a long control', `{"close":{"kind":"end","message":"${'x'.repeat(5000)}"}}`],
  ])('ends it at %s', async (_what, frame) => {
    const { channel, attacker, closed } = attacked();
    channel.send(new Uint8Array(10));
    attacker.send(frame);
    await settle();
    expect(closed).toHaveBeenCalledTimes(1);
    expect(closed.mock.calls[0]?.[0]).toMatchObject({ kind: 'error' });
    expect(channel.open).toBe(false);
  });

  it('ends it at more bytes than there was credit for, and never holds more', async () => {
    const { channel, attacker, closed } = attacked();
    for (let sent = 0; sent <= CREDIT_WINDOW; sent += 65_536) attacker.send(new Uint8Array(65_536));
    await settle();
    expect(closed.mock.calls[0]?.[0]).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('more than'),
    });
    expect(channel.open).toBe(false);
  });

  it('ends it at a sender of ours that never waits', () => {
    const { channel } = attacked();
    const block = new Uint8Array(8 * 1024 * 1024);
    expect(() => {
      for (let i = 0; i < 20; i++) channel.send(block);
    }).toThrow(/closed/);
  });

  it('survives anything, and says it is closed exactly once', async () => {
    const frame = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc.string({ maxLength: 50 }),
      fc.json(),
      fc.nat(20).map((credit) => JSON.stringify({ credit })),
      fc
        .constantFrom('end', 'error', 'cancelled')
        .map((kind) => JSON.stringify({ close: { kind, message: '' } })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 20 }), fc.boolean(), async (frames, consume) => {
        const { channel, attacker, closed } = attacked();
        if (consume) channel.onData(() => {});
        channel.send(new Uint8Array(15));
        for (const one of frames) attacker.send(one);
        await settle();
        expect(channel.bufferedAmount).toBeGreaterThanOrEqual(0);
        expect(channel.bufferedAmount).toBeLessThanOrEqual(15);
        attacker.close();
        channel.onData(() => {});
        await settle();
        expect(closed).toHaveBeenCalledTimes(1);
      }),
      { numRuns: 300 },
    );
  });
});
