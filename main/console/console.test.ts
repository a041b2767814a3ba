import { Duplex, PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ByteChannel, ByteCloseReason } from '../../contract/index.ts';
import { graphicsPassword, graphicsPlace, listConsoles } from './list.ts';
import { pump } from './pump.ts';

const xml = (devices: string) => `<domain type='qemu'><name>vm</name><devices>${devices}</devices></domain>`;
const open = { refusal: null, displayRefusal: () => null, viewerRefusal: null, addVncRefusal: null };

describe('listConsoles', () => {
  it('lists displays and text devices once each, by their aliases', () => {
    const list = listConsoles(
      xml(`
        <serial type='pty'><target port='0'/><alias name='serial0'/></serial>
        <console type='pty'><target type='serial' port='0'/><alias name='serial0'/></console>
        <console type='pty'><target type='virtio' port='1'/><alias name='console1'/></console>
        <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
        <channel type='unix'><target type='virtio' name='org.example.shell'/><alias name='channel1'/></channel>
        <graphics type='vnc' port='5900'><listen type='address' address='127.0.0.1'/></graphics>`),
      open,
    );
    expect(list.map((one) => [one.kind, one.key, one.title, one.refusal])).toEqual([
      ['graphics', '0', 'Display (VNC)', null],
      ['text', 'serial0', 'Serial 1', null],
      ['text', 'console1', 'Console 1', null],
      ['text', 'channel1', 'Channel org.example.shell', null],
    ]);
  });

  it('takes a type that every object has for a word like others', () => {
    const [display] = listConsoles(xml(`<graphics type='constructor'/>`), open);
    expect(display).toMatchObject({ type: 'constructor', title: 'Display (constructor)' });
  });

  it('takes the console of a container, which has no serial port', () => {
    const list = listConsoles(xml(`<console type='pty'><target type='lxc' port='0'/></console>`), open);
    expect(list.map((one) => one.key)).toEqual(['console0']);
  });

  it('says why something cannot be opened and what to do', () => {
    const devices = `<graphics type='spice'/><serial type='file'><source path='/x'/></serial><serial type='pty'/>`;
    const [spice, file, pty] = listConsoles(xml(devices), {
      ...open,
      refusal: 'The machine is not running.',
    });
    expect(spice?.refusal).toContain('remote-viewer');
    expect(file?.refusal).toBe('The machine is not running.');
    expect(pty?.refusal).toBe('The machine is not running.');
    expect(listConsoles(xml(devices), open)[1]?.refusal).toMatch(/file \/x on the host.*type pty/);
  });

  it('knows the screens among which QEMU can choose', () => {
    const two = `<graphics type='vnc'/><input type='tablet'/>
      <video><model type='virtio' heads='2'/></video><video><model type='none'/></video>`;
    const [qemu] = listConsoles(xml(two), open);
    expect(qemu?.screens).toBe(2);
    expect(qemu?.notes).toEqual([expect.stringMatching(/2 screens.*choose it in View/)]);
    const [other] = listConsoles(xml(two).replace("'qemu'", "'bhyve'"), open);
    expect(other?.screens).toBe(1);
    expect(other?.notes).toEqual([expect.stringMatching(/2 screens\. VNC shows the first/)]);
    const one = `<graphics type='vnc'/><input type='tablet'/><video><model type='qxl' heads='x'/></video>`;
    expect(listConsoles(xml(one), open)[0]).toMatchObject({ screens: 1, notes: [] });
  });

  it('says what a display gives keys and text to', () => {
    const input = (devices: string) => listConsoles(xml(`${devices}<graphics type='vnc'/>`), open)[0]?.input;
    const keyboard = (...buses: string[]) =>
      input(buses.map((bus) => `<input type='keyboard' bus='${bus}'/>`).join(''))?.keyboard;
    expect([keyboard('ps2'), keyboard('ps2', 'usb'), keyboard('usb', 'virtio'), keyboard()]).toEqual([
      'ps2',
      'usb',
      'virtio',
      'ps2',
    ]);
    const channel = (words: string) =>
      `<channel type='qemu-vdagent'><source>${words}</source><target type='virtio'/></channel>`;
    expect(input('')?.clipboardRefusal).toMatch(/no channel.*qemu-vdagent/);
    expect(input(channel(''))?.clipboardRefusal).toMatch(/copy and paste on/);
    expect(input(channel(`<clipboard copypaste='yes'/>`))?.clipboardRefusal).toBeNull();
    expect(input('')?.lineEnd).toBe('\n');
    const os = `<metadata><libosinfo:libosinfo xmlns:libosinfo="http://libosinfo.org/xmlns/libvirt/domain/1.0"><libosinfo:os id="http://microsoft.com/win/11"/></libosinfo:libosinfo></metadata>`;
    const windows = xml(`<graphics type='vnc'/>`).replace('<devices>', `${os}<devices>`);
    expect(listConsoles(windows, open)[0]?.input?.lineEnd).toBe('\r\n');
    expect(listConsoles(xml(`<graphics type='spice'/>`), open)[0]?.input).toBeNull();
  });

  it('finds the place and the password of a display, and survives strange ones', () => {
    const vnc = xml(
      `<graphics type='spice'/><graphics type='vnc' port='-1' passwd='s&amp;x'><listen type='socket' socket='/s'/></graphics>`,
    );
    expect(graphicsPlace(vnc, 1)).toMatchObject({ type: 'vnc', port: null, address: null, socket: '/s' });
    expect(graphicsPassword(vnc, 1)).toBe('s&x');
    expect(graphicsPassword(vnc, 0)).toBeNull();
    expect(graphicsPlace(vnc, 7)).toBeNull();
    expect(graphicsPlace(xml(`<graphics type='vnc' port='99999999'/>`), 0)?.port).toBeNull();
    expect(() => listConsoles('<!DOCTYPE a><domain/>', open)).toThrow();
  });
});

/** A window's side: takes bytes only when told to. */
class FakeChannel implements ByteChannel {
  open = true;
  bufferedAmount = 0;
  received: Uint8Array[] = [];
  closed: ByteCloseReason | null = null;
  #waiting: (() => void)[] = [];
  #consume: (bytes: Uint8Array) => void | Promise<void> = () => {};
  #listeners: ((reason: ByteCloseReason) => void)[] = [];

  send(bytes: Uint8Array) {
    this.received.push(Uint8Array.from(bytes));
    this.bufferedAmount += bytes.byteLength;
  }
  drained() {
    return new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
  take() {
    this.bufferedAmount = 0;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
  onData(consume: (bytes: Uint8Array) => void | Promise<void>) {
    this.#consume = consume;
  }
  type(text: string) {
    return this.#consume(Buffer.from(text));
  }
  onClose(listener: (reason: ByteCloseReason) => void) {
    this.#listeners.push(listener);
  }
  close(reason: ByteCloseReason = { kind: 'end', message: '' }) {
    this.open = false;
    this.closed = reason;
    for (const listener of this.#listeners) listener(reason);
  }
  get text() {
    return Buffer.concat(this.received).toString();
  }
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const why = (error: Error | null): ByteCloseReason =>
  error ? { kind: 'error', message: error.message } : { kind: 'end', message: 'off' };

describe('pump', () => {
  it('carries bytes both ways and ends with the reason after the last byte', async () => {
    const fromGuest = new PassThrough();
    const toGuest = new PassThrough();
    const channel = new FakeChannel();
    pump(Duplex.from({ readable: fromGuest, writable: toGuest }), channel, why);
    fromGuest.write('login: ');
    await channel.type('root\n');
    await turn();
    expect(channel.text).toBe('login: ');
    expect(toGuest.read()?.toString()).toBe('root\n');
    fromGuest.end('bye');
    await turn();
    expect(channel.text).toBe('login: bye');
    expect(channel.closed).toEqual({ kind: 'end', message: 'off' });
  });

  it('holds the machine back while the window does not take its bytes', async () => {
    let sent = 0;
    const stream = new Duplex({
      read() {
        sent += 65536;
        this.push(Buffer.alloc(65536));
      },
      write: (_chunk, _encoding, done) => done(),
    });
    const channel = new FakeChannel();
    pump(stream, channel, why);
    await turn();
    const before = sent;
    await turn();
    expect(sent).toBe(before);
    expect(before).toBeLessThan(1024 * 1024);
    channel.take();
    await turn();
    expect(sent).toBeGreaterThan(before);
    channel.close();
    expect(stream.destroyed).toBe(true);
  });

  it('tells what broke, also when it broke before the window came', async () => {
    const stream = new PassThrough();
    stream.on('error', () => {});
    stream.destroy(new Error('I/O error'));
    await turn();
    const channel = new FakeChannel();
    pump(stream, channel, why);
    await turn();
    expect(channel.closed).toEqual({ kind: 'error', message: 'I/O error' });
  });
});
