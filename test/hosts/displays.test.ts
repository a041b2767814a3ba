import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ApiErrorData, ByteChannel, ConsoleInfo, DomainRef } from '../../contract/index.ts';
import { handshake, Reader } from '../bench/lib/rfb.ts';
import { guestXml } from './guest/domain.ts';
import { until } from './lab/run.ts';
import { RemoteStand } from './remoteStand.ts';
import { describeLab } from './vitest.ts';

const PASSWORD = 'secret12';

/** A paused guest with this display: its firmware never runs, and costs nothing. */
function guest(name: string, graphics: string): string {
  return guestXml({ name, graphics: 'none', memory: 32 }).replace(
    '</devices>',
    `${graphics}<video><model type='vga'/></video></devices>`,
  );
}

const listening = (address: string, more = '') =>
  `<graphics type='vnc' port='-1' autoport='yes' ${more}><listen type='address' address='${address}'/></graphics>`;

const GUESTS: Readonly<Record<string, string>> = {
  public: listening('0.0.0.0'),
  guarded: listening('0.0.0.0', `passwd='${PASSWORD}'`),
  private: listening('127.0.0.1', `passwd='${PASSWORD}'`),
  socket: `<graphics type='vnc'><listen type='socket'/></graphics>`,
  nowhere: `<graphics type='vnc'><listen type='none'/></graphics>`,
  browsers: listening('0.0.0.0', `passwd='${PASSWORD}' websocket='5799'`),
  spice: `<graphics type='spice' port='5990'><listen type='address' address='127.0.0.1'/></graphics>`,
};

interface Look {
  readonly width: number;
  readonly channel: ByteChannel;
  /** Whether the display sends what it is asked for; it waits for that. */
  readonly answers: () => Promise<boolean>;
}

describeLab('displays of a host', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let stand: RemoteStand;
  beforeAll(async () => {
    stand = await RemoteStand.start(lab());
    for (const [name, graphics] of Object.entries(GUESTS)) {
      await hv1().define(guest(name, graphics));
      if (name === 'spice' && !(await hasSpice())) continue;
      await hv1().virsh(['start', name, '--paused']);
    }
  }, 180_000);
  afterAll(() => stand?.stop());
  afterEach(async () => {
    await stand.reset();
    expect(stand.prompts).toEqual([]);
  });

  const hasSpice = async () => (await hv1().virsh(['domcapabilities'])).includes('<value>spice</value>');
  const tls = () => `qemu+tls://${hv1().address}/system?pkipath=${lab().client.pki('good')}`;
  const ssh = () => hv1().uri.ssh;
  const domain = (connection: string, name: string) =>
    until(`${name} to be listed`, async (): Promise<DomainRef | undefined> => {
      const { domains } = await stand.window.client.inventory.snapshot({ connection });
      const row = domains.find((one) => one.name === name);
      return row && { connection, uuid: row.uuid };
    });

  /** Opens the machine's first display, and says how large it is. */
  async function look(connection: string, name: string): Promise<Look> {
    const ref = await domain(connection, name);
    const { ticket } = await stand.window.client.consoles.openGraphics({ ...ref, key: '0' });
    const channel = await stand.window.openBytes(ticket);
    const reader = new Reader();
    channel.onData((bytes) => reader.push(bytes.slice()));
    channel.onClose(({ message }) => reader.end(message));
    const stream = {
      send: (bytes: Uint8Array) => channel.send(bytes),
      read: (count: number) => reader.read(count),
    };
    const { width } = await handshake(stream);
    // One pixel, raw: what comes is as long as that, however long it takes.
    const answers = async () => {
      channel.send(Uint8Array.of(2, 0, 0, 1, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 1, 0, 1));
      return (await reader.read(4 + 12 + 4)).length > 0;
    };
    return { width, channel, answers };
  }
  const sees = async (connection: string, name: string) => {
    const { width, channel } = await look(connection, name);
    channel.close();
    return width > 0;
  };
  const refusal = (work: Promise<unknown>): Promise<ApiErrorData> =>
    work.then(
      () => {
        throw new Error('It was possible');
      },
      (error: ApiErrorData) => error,
    );
  const info = async (connection: string, name: string): Promise<ConsoleInfo> => {
    const [first] = await stand.window.client.consoles.list(await domain(connection, name));
    if (!first) throw new Error(`${name} has no console`);
    return first;
  };

  it('are reached on this machine, also those that listen nowhere', async () => {
    const id = await stand.add(hv1().uri.unix);
    await stand.connected(id);
    for (const name of ['public', 'guarded', 'private', 'socket', 'nowhere'])
      expect(await sees(id, name), name).toBe(true);
  });

  it('are reached through the one ssh connection, with the password of the definition', async () => {
    const id = await stand.add(ssh());
    await stand.connected(id, 60_000);
    for (const name of ['public', 'guarded', 'private', 'socket'])
      expect(await sees(id, name), name).toBe(true);
    expect((await info(id, 'nowhere')).refusal).toMatch(/listens nowhere/);
    const error = await refusal(look(id, 'nowhere'));
    expect(error).toMatchObject({ kind: 'unsupported', message: expect.stringContaining('Hardware') });
  });

  it('are reached directly on hosts over TLS, or it is said what to do', async () => {
    const id = await stand.add(tls());
    await stand.connected(id);
    expect(await sees(id, 'public')).toBe(true);
    expect(await sees(id, 'guarded')).toBe(true);
    const error = await refusal(look(id, 'private'));
    expect(error).toMatchObject({
      kind: 'unsupported',
      message: expect.stringMatching(/loopback.*qemu\+ssh:\/\/.*listen on an address/s),
    });
  });

  it('ask for a password that the definition does not tell, and remember the right one', async () => {
    await hv1().virsh(['qemu-monitor-command', 'guarded', '--hmp', 'set_password vnc other']);
    const id = await stand.add(tls());
    await stand.connected(id);
    const looking = sees(id, 'guarded');
    await stand.answer('wrong');
    const again = await stand.answer('other');
    expect(again.problem).toMatch(/refused/);
    expect(await looking).toBe(true);
    expect(await sees(id, 'guarded')).toBe(true);
    await hv1().virsh(['qemu-monitor-command', 'guarded', '--hmp', 'set_password vnc third']);
    const given = look(id, 'guarded');
    await stand.answer(null);
    expect(await refusal(given)).toMatchObject({ kind: 'authentication' });
    await hv1().virsh(['qemu-monitor-command', 'guarded', '--hmp', `set_password vnc ${PASSWORD}`]);
  });

  it('are reached at their port for browsers where the other one is closed', async () => {
    const port = 5900 + Number((await hv1().virsh(['vncdisplay', 'browsers'])).trim().split(':').at(-1));
    const rule = `INPUT -p tcp --dport ${port} -j REJECT --reject-with tcp-reset`;
    await hv1().exec(`iptables -A ${rule}`);
    try {
      for (const uri of [tls(), ssh()]) {
        const id = await stand.add(uri);
        await stand.connected(id, 60_000);
        const { width, channel, answers } = await look(id, 'browsers');
        expect([width > 0, await answers()], uri).toEqual([true, true]);
        channel.close();
        const both = `INPUT -p tcp --dport 5799 -j REJECT --reject-with tcp-reset`;
        await hv1().exec(`iptables -A ${both}`);
        // What is said is said of the port that everybody knows.
        expect(await refusal(look(id, 'browsers'))).toMatchObject({
          kind: 'unavailable',
          message: expect.stringMatching(`${port} .*cannot be reached`),
        });
        await hv1().exec(`iptables -D ${both}`);
      }
    } finally {
      await hv1().exec(`iptables -D ${rule}`);
    }
  });

  it('outlive libvirtd where they have a way of their own, and say that the connection is lost where not', async () => {
    const [local, far, direct] = await Promise.all(
      [hv1().uri.unix, ssh(), tls()].map((uri) => stand.add(uri)),
    );
    const ids = [local!, far!, direct!];
    for (const id of ids) await stand.connected(id, 60_000);
    const passed = await look(local!, 'nowhere');
    const ended = new Promise((resolve) => passed.channel.onClose(resolve));
    const open = [await look(far!, 'socket'), await look(far!, 'private'), await look(direct!, 'public')];
    await hv1().faults.kill('libvirtd');
    for (const id of ids) await until('it to be lost', () => stand.now(id)?.status !== 'connected');
    expect(await ended).toMatchObject({
      kind: 'error',
      message: expect.stringMatching(/connection to .* is lost/),
    });
    for (const { answers } of open) expect(await answers()).toBe(true);
    await hv1().faults.restore();
    for (const id of ids) await stand.connected(id, 60_000);
    for (const { answers } of open) expect(await answers()).toBe(true);
    for (const { channel } of open) channel.close();
    expect(await sees(local!, 'nowhere')).toBe(true);
  });

  it('say when the machine is killed', async () => {
    const id = await stand.add(ssh());
    await stand.connected(id, 60_000);
    const { channel } = await look(id, 'public');
    const reason = new Promise((resolve) => channel.onClose(resolve));
    await hv1().exec('kill -KILL $(cat /run/libvirt/qemu/public.pid)');
    expect(await reason).toMatchObject({
      kind: 'end',
      message: expect.stringContaining('ended unexpectedly'),
    });
    await hv1().virsh(['start', 'public', '--paused']);
  });

  it('say when the machine ends', async () => {
    const id = await stand.add(ssh());
    await stand.connected(id, 60_000);
    const { channel } = await look(id, 'socket');
    const reason = new Promise((resolve) => channel.onClose(resolve));
    await hv1().virsh(['destroy', 'socket']);
    expect(await reason).toMatchObject({ kind: 'end', message: 'The machine is off.' });
    await hv1().virsh(['start', 'socket', '--paused']);
  });

  it('of other kinds open in remote-viewer, or get a VNC display beside them', async () => {
    const seen = join(lab().client.folder, 'seen.vv');
    const folder = join(lab().client.folder, 'viewer');
    mkdirSync(folder, { recursive: true });
    const path = process.env.PATH ?? '';
    const id = await stand.add(ssh());
    await stand.connected(id, 60_000);
    const ref = await domain(id, 'spice');
    const running = await hasSpice();
    const before = await info(id, 'spice');
    expect(before.refusal).toMatch(/remote-viewer/);
    if (running) expect(before.instead).toMatchObject({ addVnc: null });
    if (running && !path.split(delimiter).some((one) => existsSync(join(one, 'remote-viewer')))) {
      expect(before.instead?.viewer).toMatch(/not installed/);
      // A viewer that keeps what it was given and reads what the display says first.
      writeFileSync(join(folder, 'remote-viewer'), `#!/bin/sh\ncp "$1" '${seen}'\nexec sleep 4\n`);
      chmodSync(join(folder, 'remote-viewer'), 0o755);
      process.env.PATH = `${folder}${delimiter}${path}`;
      await stand.window.client.consoles.openViewer({ ...ref, key: '0' });
      process.env.PATH = path;
      expect(readFileSync(seen, 'utf8')).toMatch(/type=spice\n[\s\S]*unix-path=\/[\s\S]*delete-this-file=1/);
    }
    expect(await stand.window.client.consoles.addVnc(ref)).toEqual({ restart: running });
    expect(await hv1().virsh(['dumpxml', '--inactive', 'spice'])).toMatch(/<graphics type='vnc'/);
    if (running) await hv1().virsh(['destroy', 'spice']);
    await until('the list to have both', async () => {
      const list = await stand.window.client.consoles.list(ref);
      const vnc = list.find((one) => one.type === 'vnc');
      return vnc && list.find((one) => one.type === 'spice')?.instead?.addVnc?.includes('already');
    });
  });
});
