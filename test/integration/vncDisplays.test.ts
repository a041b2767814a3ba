import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enterVnc, type VncAccess } from '../../main/console/vnc/handshake.ts';
import { overWebSocket } from '../../main/console/websocket.ts';
import { pkiFolder, type ServerCertificate } from '../hosts/lab/pki.ts';
import { until } from './helpers/services/app.ts';

const QEMU = '/usr/bin/qemu-system-x86_64';

/** A QEMU without a guest whose display signs people in as it is told to. */
describe.skipIf(!existsSync(QEMU))(
  'signing in to displays of QEMU',
  () => {
    let folder: string;
    let pki: string;
    let qemu: ChildProcess | null = null;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'virtdeck-vnc-'));
      pki = await pkiFolder();
    }, 120_000);
    afterEach(async () => {
      if (qemu && qemu.exitCode === null) {
        const ended = once(qemu, 'exit');
        qemu.kill('SIGKILL');
        await ended;
      }
      qemu = null;
      rmSync(join(folder, 'vnc'), { force: true });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const socket = () => join(folder, 'vnc');
    /**
     * For what does not work over sockets; 5900 is added. Below the ports that Linux gives to those who connect: asking
     * one of those again and again until somebody listens, one is connected to oneself in the end, and QEMU finds its
     * port taken.
     */
    const display = 10_000 + (process.pid % 1000);
    /** Starts QEMU with a display on a socket, or on TCP; `-vnc` and other words. */
    async function start(vnc: string, more: readonly string[] = [], tcp = false): Promise<void> {
      const words = ['-machine', 'pc', '-m', '16', '-S', '-nodefaults', '-vga', 'std', '-monitor', 'none'];
      const place = tcp ? `127.0.0.1:${display}` : `unix:${socket()}`;
      qemu = spawn(QEMU, [...words, ...more, '-vnc', `${place}${vnc}`], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, SASL_CONF_PATH: folder },
      });
      const reach = tcp ? { port: 5900 + display, host: '127.0.0.1' } : { path: socket() };
      // A socket's file is there before anybody listens at it.
      for (const deadline = performance.now() + 20_000; !(await canConnect(reach)); ) {
        if (qemu.exitCode !== null) throw new Error(`QEMU ended with ${qemu.exitCode}`);
        if (performance.now() > deadline) throw new Error('QEMU does not listen');
        await setTimeout(20);
      }
    }
    const x509 = (verify: boolean, kind: ServerCertificate = 'good') => {
      const own = join(folder, kind);
      mkdirSync(own, { recursive: true });
      copyFileSync(join(pki, 'ca.pem'), join(own, 'ca-cert.pem'));
      copyFileSync(join(pki, `server-1-${kind}.pem`), join(own, 'server-cert.pem'));
      copyFileSync(join(pki, 'server-1.key'), join(own, 'server-key.pem'));
      // The bad ones are for clients to find.
      const check = kind === 'good' ? '' : ',sanity-check=off';
      const object = `tls-creds-x509,id=tls,endpoint=server,dir=${own},verify-peer=${verify ? 'on' : 'off'}${check}`;
      return ['-object', object];
    };
    const anonymous = ['-object', 'tls-creds-anon,id=tls,endpoint=server'];
    const secret = ['-object', 'secret,id=pw,data=secret12'];
    const read = (name: string) => readFileSync(join(pki, name), 'latin1');
    const trust = async () => ({
      name: 'hv1',
      authorities: [read('ca.pem')],
      sources: ['ca.pem'],
      unchecked: false,
      client: null,
    });
    const withClient = async () => ({
      ...(await trust()),
      client: { certificate: read('client-good.pem'), key: read('client.key') },
    });

    async function enter(more: Partial<VncAccess> = {}, tcp = false): Promise<Duplex> {
      const stream: Socket = tcp ? connect(5900 + display, '127.0.0.1') : connect(socket());
      await once(stream, 'connect');
      const { stream: entered } = await enterVnc(stream, {
        credentials: async () => ({ username: 'operator', password: 'secret12' }),
        secureWay: false,
        trust,
        timeoutMs: 20_000,
        ...more,
      });
      return entered;
    }
    /** Goes on to the desktop's name, which only those see who are let in. */
    async function nameSeen(stream: Duplex): Promise<string> {
      let bytes = Buffer.alloc(0);
      stream.on('data', (chunk: Buffer) => {
        bytes = Buffer.concat([bytes, chunk]);
      });
      stream.write(Uint8Array.of(1));
      await until(
        'ServerInit',
        () => bytes.length >= 24 && bytes.length >= 24 + bytes.readUInt32BE(20),
        20_000,
      );
      const name = bytes.subarray(24).toString();
      const closed = once(stream, 'close');
      stream.destroy();
      await closed;
      return name;
    }
    const wrong = { credentials: async () => ({ username: 'operator', password: 'wrong' }) };

    it('without a password', async () => {
      await start('');
      expect(await nameSeen(await enter())).toMatch(/QEMU/);
    });

    it('with a password, right and wrong', async () => {
      await start(',password-secret=pw', secret);
      expect(await nameSeen(await enter())).toMatch(/QEMU/);
      await expect(enter(wrong)).rejects.toMatchObject({ kind: 'refused' });
    });

    it('encrypted, without certificates', async () => {
      await start(',tls-creds=tls', anonymous);
      expect(await nameSeen(await enter())).toMatch(/QEMU/);
    });

    it('encrypted, with a password', async () => {
      await start(',tls-creds=tls,password-secret=pw', [...anonymous, ...secret]);
      expect(await nameSeen(await enter())).toMatch(/QEMU/);
      await expect(enter(wrong)).rejects.toMatchObject({ kind: 'refused' });
    });

    it('with certificates, and a password', async () => {
      await start(',tls-creds=tls,password-secret=pw', [...x509(false), ...secret]);
      expect(await nameSeen(await enter())).toMatch(/QEMU/);
      await expect(enter(wrong)).rejects.toMatchObject({ kind: 'refused' });
      await expect(
        enter({ trust: async () => ({ ...(await trust()), authorities: [read('foreign.pem')] }) }),
      ).rejects.toMatchObject({ kind: 'certificate', hint: expect.stringContaining('ca.pem') });
      await expect(
        enter({ trust: async () => ({ ...(await trust()), name: 'elsewhere' }) }),
      ).rejects.toMatchObject({ kind: 'certificate', message: expect.stringContaining('not for elsewhere') });
      const unchecked = async () => ({ ...(await trust()), name: 'elsewhere', unchecked: true });
      expect(await nameSeen(await enter({ trust: unchecked }))).toMatch(/QEMU/);
      // Over ssh the host is known already.
      expect(
        await nameSeen(
          await enter({ secureWay: true, trust: async () => ({ ...(await trust()), authorities: [] }) }),
        ),
      ).toMatch(/QEMU/);
    });

    it('with a certificate that has expired', async () => {
      await start(',tls-creds=tls', x509(false, 'expired'));
      await expect(enter()).rejects.toMatchObject({
        kind: 'certificate',
        message: expect.stringContaining('expired'),
      });
    });

    it('with a certificate of the client', async () => {
      await start(',tls-creds=tls', x509(true));
      expect(await nameSeen(await enter({ trust: withClient }))).toMatch(/QEMU/);
      // Some versions let the handshake end before they refuse.
      const refused = enter().then(nameSeen);
      await expect(refused).rejects.toMatchObject({ kind: expect.stringMatching(/certificate|closed/) });
    });

    it('by SASL, as the mechanisms allow', async () => {
      const realm = hostname();
      execFileSync(
        'saslpasswd2',
        ['-p', '-c', '-a', 'qemu', '-u', realm, '-f', join(folder, 'db'), 'operator'],
        {
          input: 'secret12',
        },
      );
      for (const mechanisms of ['scram-sha-256', 'plain']) {
        writeFileSync(
          join(folder, 'qemu.conf'),
          `mech_list: ${mechanisms}\nsasldb_path: ${join(folder, 'db')}\n`,
        );
        await start(',tls-creds=tls,sasl=on', x509(false), true);
        expect(await nameSeen(await enter({}, true)), mechanisms).toMatch(/QEMU/);
        await expect(enter(wrong, true), mechanisms).rejects.toMatchObject({ kind: 'refused' });
        const ended = once(qemu!, 'exit');
        qemu!.kill('SIGKILL');
        await ended;
      }
      writeFileSync(join(folder, 'qemu.conf'), 'mech_list: digest-md5\n');
      await start(',sasl=on', [], true);
      await expect(enter({}, true)).rejects.toMatchObject({
        kind: 'unsupported',
        hint: expect.stringContaining('vnc_tls'),
      });
    });

    it('through its port for browsers', async () => {
      const port = 17_000 + (process.pid % 1000);
      await start(`,websocket=127.0.0.1:${port}`);
      const raw = connect(port, '127.0.0.1');
      await once(raw, 'connect');
      const { stream } = await enterVnc(await overWebSocket(raw, 10_000), {
        credentials: async () => null,
        secureWay: true,
        trust,
      });
      expect(await nameSeen(stream)).toMatch(/QEMU/);
    });
  },
  120_000,
);

async function canConnect(reach: NetConnectOpts): Promise<boolean> {
  const socket = connect(reach);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
