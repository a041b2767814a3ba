import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listenerCount } from '../../main/libvirt/binding/callbacks.ts';
import * as libvirt from '../../main/libvirt/typed/index.ts';
import { growth } from './helpers/growth.ts';

const { Connect, eventLoop } = libvirt;

let connect: libvirt.Connect;
let domain: libvirt.Domain;

beforeAll(() => eventLoop.registerDefaultImpl());

beforeEach(() => {
  connect = Connect.open('test:///default');
  domain = connect.domainLookupByName('test');
});

afterEach(() => {
  domain.free();
  connect.close();
});

const png = [0x89, 0x50, 0x4e, 0x47];

/** The test driver's screenshot, read by one way of reading. */
function screenshot(read: (stream: libvirt.Stream) => Uint8Array[], flags = 0): Buffer {
  const stream = connect.streamNew(flags);
  try {
    expect(domain.screenshot(stream, 0)).toBe('image/png');
    const chunks = read(stream);
    stream.finish();
    return Buffer.concat(chunks);
  } finally {
    stream.free();
  }
}

function receive(stream: libvirt.Stream): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (;;) {
    const buffer = new Uint8Array(4096);
    const count = stream.recv(buffer);
    if (count === null) throw new Error('a blocking stream would block');
    if (count === 0) return chunks;
    chunks.push(buffer.subarray(0, count));
  }
}

/** Reads as the event loop says that there is something. */
function receiveByEvents(stream: libvirt.Stream): Uint8Array[] {
  const { VIR_STREAM_EVENT_READABLE } = libvirt.virStreamEventType;
  const chunks: Uint8Array[] = [];
  let over = false;
  stream.eventAddCallback(VIR_STREAM_EVENT_READABLE, () => {
    const buffer = new Uint8Array(1000);
    const count = stream.recv(buffer);
    if (count === 0) {
      over = true;
      stream.eventRemoveCallback();
    } else if (count !== null) chunks.push(buffer.subarray(0, count));
  });
  while (!over) eventLoop.runDefaultImpl();
  return chunks;
}

describe('a stream', () => {
  it('gives its bytes in pieces', () => {
    const bytes = screenshot(receive);
    expect([...bytes.subarray(0, 4)]).toEqual(png);
    expect(bytes.length).toBeGreaterThan(1000);
  });

  it('gives all its bytes in one call', () => {
    const all = screenshot((stream) => {
      const chunks: Uint8Array[] = [];
      stream.recvAll((data) => chunks.push(data));
      return chunks;
    });
    expect(all.equals(screenshot(receive))).toBe(true);
  });

  it('gives its bytes as events tell, and leaves no listener', () => {
    const before = listenerCount();
    const { VIR_STREAM_NONBLOCK } = libvirt.virStreamFlags;
    expect(screenshot(receiveByEvents, VIR_STREAM_NONBLOCK).equals(screenshot(receive))).toBe(true);
    expect(listenerCount()).toBe(before);
  });

  it('throws on what its reader throws, and is aborted', () => {
    const stream = connect.streamNew(0);
    domain.screenshot(stream, 0);
    const mistake = new Error('no room');
    const read = () =>
      stream.recvAll(() => {
        throw mistake;
      });
    expect(read).toThrow(mistake);
    stream.free();
  });

  it('says what is wrong with a stream that is connected to nothing', () => {
    const stream = connect.streamNew(0);
    expect(() => stream.recv(new Uint8Array(10))).toThrow(libvirt.LibvirtError);
    expect(() => stream.send(Uint8Array.of(1))).toThrow(libvirt.LibvirtError);
    expect(() => stream.sendAll(() => Uint8Array.of(1))).toThrow(libvirt.LibvirtError);
    stream.free();
    expect(() => stream.recv(new Uint8Array(10))).toThrow('this virStream has been freed');
  });

  it('is opened and closed many times without growing', () => {
    expect(growth(1000, () => screenshot(receive))).toBeLessThan(4);
    expect(libvirt.liveHandles().virStream).toBeUndefined();
  });
});
