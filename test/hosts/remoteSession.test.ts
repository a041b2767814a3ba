import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MemoryKeychain } from '../../main/credentials/keychain.ts';
import { Prompts } from '../../main/credentials/prompts.ts';
import { Remembered } from '../../main/credentials/remembered.ts';
import { Remote } from '../../main/remote/remote.ts';
import type { SshSession } from '../../main/remote/sshSession.ts';
import { removeDeadFolders } from '../../main/runtime/processFolders.ts';
import { until } from './lab/run.ts';
import { takeSshOf } from './remoteStand.ts';
import { describeLab } from './vitest.ts';

describeLab('what else goes over ssh', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let folder: string;
  let remote: Remote;
  const { signal } = new AbortController();
  const use = { connection: 'c', name: 'hv1', signal, waiting: () => {} };
  beforeAll(() => takeSshOf(lab().client));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'virtdeck-session-'));
    remote = new Remote({
      prompts: new Prompts(() => {}),
      remembered: new Remembered(new MemoryKeychain()),
      runtime: folder,
      helper: ['/bin/false'],
    });
  });
  afterEach(async () => {
    await remote.close();
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
  afterAll(async () => {
    await hv1().exec('sed -i "/^Allow/d" /etc/ssh/sshd_config');
  });

  const sessions = async () =>
    Number(await hv1().exec('awk \'$2 ~ /:0016$/ && $4 == "01"\' /proc/net/tcp | wc -l'));
  async function open(user = 'admin'): Promise<SshSession> {
    const session = await remote.openSession(`qemu+ssh://${user}@hv1/system`, use);
    if (!session) throw new Error('no session');
    return session;
  }
  function collect(stream: Duplex): Promise<{ text: string; error: Error | null }> {
    return new Promise((resolve) => {
      let text = '';
      let error: Error | null = null;
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('error', (thrown: Error) => {
        error = thrown;
      });
      stream.on('close', () => resolve({ text, error }));
    });
  }

  it('runs commands, with input, output and status', async () => {
    const session = await open();
    expect(await session.run('id -un')).toEqual({ code: 0, stdout: 'admin\n', stderr: '' });
    expect(await session.run('cat; echo no >&2; exit 3', { input: 'in' })).toEqual({
      code: 3,
      stdout: 'in',
      stderr: 'no\n',
    });
    expect((await session.run('sleep 20', { timeoutMs: 300 })).code).toBeNull();
    const many = await Promise.all(Array.from({ length: 8 }, (_, i) => session.run(`echo ${i}`)));
    expect(many.map((one) => one.stdout.trim())).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(await sessions()).toBe(1);
  });

  it('carries streams both ways', async () => {
    const session = await open();
    const echo = await session.openTunnel({ host: '127.0.0.1', port: 22 }, { greets: true });
    const greeted = collect(echo);
    echo.write('SSH-2.0-test\r\n');
    await new Promise((resolve) => setTimeout(resolve, 300));
    echo.destroy();
    expect((await greeted).text).toMatch(/^SSH-2\.0-OpenSSH/);
  });

  it('says when nobody is at the other end of a tunnel', async () => {
    const session = await open();
    await expect(
      session.openTunnel({ host: '127.0.0.1', port: 5999 }, { greets: true }),
    ).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('127.0.0.1 port 5999'),
    });
    const silent = await session.openTunnel({ host: '127.0.0.1', port: 5999 });
    expect((await collect(silent)).error?.message).toContain('forwarding');
    await expect(session.openTunnel({ path: '/nowhere' }, { greets: true })).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('/nowhere'),
    });
  });

  it('says when the server allows no tunnels', async () => {
    await hv1().exec(
      'sed -i "1iAllowTcpForwarding no\\nAllowStreamLocalForwarding no" /etc/ssh/sshd_config; kill -HUP $(cat /run/sshd.pid)',
    );
    await until('sshd to be back', async () => (await hv1().execAny('nc -z 127.0.0.1 22')).code === 0);
    const session = await open();
    await expect(session.openTunnel({ host: '127.0.0.1', port: 22 }, { greets: true })).rejects.toMatchObject(
      { kind: 'denied', message: expect.stringContaining('does not allow tunnels') },
    );
    await expect(
      session.openTunnel({ path: '/run/libvirt/libvirt-sock' }, { greets: true }),
    ).rejects.toMatchObject({ hint: expect.stringContaining('AllowStreamLocalForwarding') });
    expect((await session.run('echo still')).stdout).toBe('still\n');
    await hv1().exec('sed -i "/^Allow/d" /etc/ssh/sshd_config; kill -HUP $(cat /run/sshd.pid)');
    await until('sshd to be back', async () => (await hv1().execAny('nc -z 127.0.0.1 22')).code === 0);
  });

  it('is gone when the last who used it has left, and asks nobody after that', async () => {
    const session = await open();
    await remote.release('c');
    await until('ssh to end', async () => (await sessions()) === 0);
    await expect(session.run('true')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is not there for hosts that are reached in other ways', async () => {
    expect(await remote.openSession(`qemu+tls://${hv1().address}/system`, use)).toBeNull();
    expect(await remote.openSession('qemu:///system', use)).toBeNull();
  });

  describe('when we are killed', () => {
    it('no ssh lives on, and the next one tidies up', async () => {
      const script = fileURLToPath(new URL('./remoteOrphan.ts', import.meta.url));
      const args = ['--import', 'tsx', script, 'qemu+ssh://admin@hv1/system', folder];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += chunk;
      });
      await until('it to be signed in', () => output.includes('ready'), 20_000);
      expect(await sessions()).toBe(1);
      child.kill('SIGKILL');
      await until('ssh to end', async () => (await sessions()) === 0);
      expect(readdirSync(folder)).toHaveLength(1);
      // The next one tidies up when it starts; what it makes itself goes at its end.
      removeDeadFolders(folder);
      expect(readdirSync(folder)).toEqual([]);
      await open();
      expect(readdirSync(folder)).toHaveLength(1);
    });
  });

  describe('with another program than ssh', () => {
    const program = () => join(folder, '..', `not-openssh-${process.pid}`);
    afterEach(() => rmSync(program(), { force: true }));

    it('leaves it alone where it is no OpenSSH, and says so', async () => {
      writeFileSync(program(), '#!/bin/sh\necho "Other ssh 1.0"\n');
      chmodSync(program(), 0o755);
      const uri = `qemu+ssh://admin@hv1/system?command=${program()}`;
      const way = await remote.prepare({ ...use, uri, readOnly: false, stage: () => {} });
      expect(way.uri).toBe(uri);
      expect(way.warnings.join()).toContain('not OpenSSH');
    });

    it('shares it where it is one', async () => {
      const own = join(lab().client.folder, 'ssh/ssh');
      const uri = `qemu+ssh://admin@hv1/system?command=${own}&mode=legacy`;
      const way = await remote.prepare({ ...use, uri, readOnly: false, stage: () => {} });
      expect(way.uri).not.toContain(own);
      expect(way.shown(way.uri)).toBe(uri);
      const [, script = ''] = /command=([^&]*)/.exec(way.uri) ?? [];
      expect(readFileSync(script, 'utf8')).toContain(own);
      expect(existsSync(script)).toBe(true);
    });
  });
});
