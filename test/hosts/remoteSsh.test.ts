import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { guestXml } from './guest/domain.ts';
import { keyPassphrase, oneTimeCode } from './lab/access.ts';
import { labPassword } from './lab/etc.ts';
import { until } from './lab/run.ts';
import { RemoteStand } from './remoteStand.ts';
import { describeLab } from './vitest.ts';

describeLab('connecting over ssh', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let stand: RemoteStand;
  beforeAll(async () => {
    stand = await RemoteStand.start(lab());
  });
  afterAll(() => stand?.stop());
  afterEach(async () => {
    await stand.reset();
    expect(stand.prompts).toEqual([]);
    await lab().client.chooseSsh();
    await until('no ssh session to be left', async () => (await sessions()) === 0);
  });

  const uri = (user = 'admin', more = '') => `qemu+ssh://${user}@hv1/system${more}`;
  /** How many TCP connections the host's ssh server has. */
  const sessions = async () =>
    Number(await hv1().exec('awk \'$2 ~ /:0016$/ && $4 == "01"\' /proc/net/tcp | wc -l'));

  describe('signing in', () => {
    it('needs no question with a key and a known host', async () => {
      const found = await stand.visit(uri());
      expect(found.host).toMatchObject({ hostname: 'hv1', driver: 'QEMU' });
      expect(found.host?.uri).toBe(uri());
      expect(found.warnings).toEqual([]);
    });

    it('asks for the password, says that it was wrong, and lets in with the right one', async () => {
      await lab().client.chooseSsh({ key: 'none' });
      const id = await stand.add(uri());
      const first = await stand.answer('wrong');
      expect(first).toMatchObject({ connection: id, fields: [{ label: 'Password', secret: true }] });
      expect(first.problem).toBeUndefined();
      expect(first.message).toContain('admin@hv1');
      const second = await stand.prompt();
      expect(second.problem).toContain('refused');
      expect(stand.now(id)?.status).toBe('waiting');
      await stand.answer(labPassword);
      await stand.connected(id);
      await stand.remove(id);
    });

    it('says that it was refused after three wrong passwords', async () => {
      await lab().client.chooseSsh({ key: 'none' });
      const id = await stand.add(uri());
      for (let i = 0; i < 3; i += 1) await stand.answer('wrong');
      const { error } = await stand.refused(id);
      expect(error).toMatchObject({ kind: 'authentication', message: expect.stringContaining('refused') });
      await stand.remove(id);
    });

    it.each([
      ['a password', { key: 'none' }],
      ['a passphrase', { key: 'locked' }],
      ['a host key', { known: 'none' }],
    ] as const)('ends at once and without an error when %s is not given', async (_what, choice) => {
      await lab().client.chooseSsh(choice);
      const id = await stand.add(uri());
      await stand.answer(null);
      const { error, status } = await stand.refused(id, 3_000);
      expect([error, status]).toEqual([null, 'disconnected']);
      await stand.remove(id);
    });

    it('withdraws its question when the connection is closed', async () => {
      await lab().client.chooseSsh({ key: 'none' });
      const id = await stand.add(uri());
      await stand.prompt();
      await stand.window.client.connections.close({ connection: id });
      await until('the question to go', () => stand.prompts.length === 0);
      await stand.remove(id);
    });

    it('asks for the passphrase of a key, again when it was wrong', async () => {
      await lab().client.chooseSsh({ key: 'locked' });
      const id = await stand.add(uri());
      const asked = await stand.answer('wrong');
      expect(asked.message).toContain(lab().client.key('locked'));
      expect((await stand.answer(keyPassphrase)).problem).toContain('refused');
      await stand.connected(id);
      await stand.remove(id);
    });

    it('asks for a code after the password, which cannot be remembered', async () => {
      await lab().client.chooseSsh({ key: 'none' });
      const id = await stand.add(uri('twosteps'));
      expect((await stand.answer(labPassword)).remember).toBe('until-closed');
      const code = await stand.answer('000000');
      expect(code.remember).toBe('never');
      expect(code.message).toContain('one-time code');
      expect((await stand.answer(oneTimeCode)).problem).toContain('refused');
      await stand.connected(id);
      await stand.remove(id);
    });

    it('never asks with no_tty', async () => {
      await lab().client.chooseSsh({ key: 'none' });
      const error = await stand.refusal(uri('admin', '?no_tty=1'));
      expect(error).toMatchObject({ kind: 'authentication', message: expect.stringContaining('refused') });
    });

    it('takes the key that the URI names', async () => {
      await lab().client.chooseSsh({ key: 'none' });
      const key = lab().client.key('client');
      const found = await stand.visit(uri('admin', `?keyfile=${key}`));
      expect(found.host?.uri).toBe(uri('admin', `?keyfile=${key}`));
    });
  });

  describe('host keys', () => {
    it('shows an unknown one with its fingerprint, and knows it when it was accepted', async () => {
      const { client } = lab();
      await client.chooseSsh({ known: 'none' });
      const key = readFileSync(`${hv1().folder}/etc/ssh/host_key.pub`, 'utf8');
      const fingerprint = (await client.run('ssh-keygen', ['-l', '-f', '-'], { input: key })).split(' ')[1];
      const id = await stand.add(uri());
      const asked = await stand.answer('');
      expect(asked).toMatchObject({
        kind: 'host-key',
        fields: [],
        hostKey: { type: 'ED25519', fingerprint },
      });
      expect(asked.message).toContain(fingerprint);
      await stand.connected(id);
      await stand.remove(id);
      expect(readFileSync(client.knownHosts, 'utf8')).toContain(key.split(' ')[1]);
      await stand.visit(uri());
    });

    it('refuses a changed one with both fingerprints and the way out', async () => {
      await lab().client.chooseSsh({ known: 'changed' });
      const error = await stand.refusal(uri());
      expect(error).toMatchObject({
        kind: 'authentication',
        message: expect.stringMatching(/another host key.*pretending/s),
        hostKey: {
          host: 'hv1',
          type: 'ED25519',
          offered: expect.stringMatching(/^SHA256:/),
          known: expect.stringMatching(/^SHA256:/),
          file: lab().client.knownHosts,
          line: 1,
        },
      });
      expect(error?.hostKey?.offered).not.toBe(error?.hostKey?.known);
      expect(error?.hint).toContain('ssh-keygen');
      const [remedy] = error?.remedies ?? [];
      if (remedy?.kind !== 'command') throw new Error('no command');
      await lab().client.run('sh', ['-c', remedy.command]);
      const id = await stand.add(uri());
      expect((await stand.answer(null)).kind).toBe('host-key');
      await stand.remove(id);
    });

    it('warns as long as no host key is checked', async () => {
      await lab().client.chooseSsh({ known: 'none' });
      const found = await stand.visit(uri('admin', '?no_verify=1'));
      expect(found.warnings?.join()).toContain('Nobody checks');
    });
  });

  describe('what is wrong on the way', () => {
    it.each([
      ['an unknown name', 'qemu+ssh://nowhere.invalid/system', 'name', 'Check the spelling'],
      ['a port without a server', 'qemu+ssh://admin@hv1:23/system', 'port 23', 'sshd'],
    ])('says so for %s', async (_what, place, message, hint) => {
      const error = await stand.refusal(place);
      expect(error?.kind).toBe('unavailable');
      expect(error?.message).toContain(message);
      expect(error?.hint).toContain(hint);
    });

    it('says what is missing where the user may not use libvirt', async () => {
      const error = await stand.refusal(uri('viewer'));
      expect(error).toMatchObject({ kind: 'denied', message: expect.stringContaining('viewer may not') });
      expect(error?.remedies?.map((one) => one.kind)).toEqual(['read-only', 'command']);
      expect(JSON.stringify(error?.remedies)).toContain('usermod -aG libvirt viewer');
      const found = await stand.visit(uri('viewer'), { readOnly: true });
      expect(found.readOnly).toBe(true);
    });

    it('says that no daemon runs there', async () => {
      await hv1().daemons.stop('libvirtd');
      const error = await stand.refusal(uri());
      await hv1().daemons.start('libvirtd');
      expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('no libvirt') });
    });

    it('can be cancelled while the host is silent', async () => {
      await hv1().faults.freeze('sshd');
      const id = await stand.add(uri());
      await until('the stage', () => stand.now(id)?.stage === 'Signing in with ssh');
      const started = performance.now();
      await stand.window.client.connections.close({ connection: id });
      expect(performance.now() - started).toBeLessThan(2_500);
      await hv1().faults.thaw();
      await stand.remove(id);
    });

    it('refuses names that ssh would read as options', async () => {
      const error = await stand.refusal('qemu+ssh://-oProxyCommand=touch%20%2Ftmp%2Fowned/system');
      expect(error).toMatchObject({ kind: 'invalid', message: expect.stringContaining('hyphen') });
    });
  });

  describe('one connection for everything', () => {
    it('asks once for all that go to a host, and ends with the last of them', async () => {
      await lab().client.chooseSsh({ key: 'none' });
      const qemu = await stand.add(uri());
      const test = await stand.add('test+ssh://admin@hv1/default');
      const asked = await stand.answer(labPassword);
      await Promise.all([stand.connected(qemu), stand.connected(test)]);
      expect(await sessions()).toBe(1);
      await stand.remove(asked.connection === qemu ? qemu : test);
      const other = asked.connection === qemu ? test : qemu;
      expect(stand.now(other)?.status).toBe('connected');
      // Something that needs a second connection to the daemon.
      await stand.window.client.connections.close({ connection: other });
      await until('ssh to end', async () => (await sessions()) === 0);
      await stand.remove(other);
    });

    it('does not ask again when the daemon was restarted, nor when ssh was lost', async () => {
      await lab().client.chooseSsh({ key: 'none' });
      const id = await stand.add(uri());
      await stand.answer(labPassword);
      await stand.connected(id);
      await hv1().faults.kill('libvirtd');
      await until('lost', () => stand.now(id)?.status === 'lost');
      await hv1().daemons.start('libvirtd');
      await stand.connected(id);
      await hv1().faults.kill('sshd');
      await until('lost again', () => stand.now(id)?.status === 'lost');
      const started = performance.now();
      await hv1().daemons.start('sshd');
      await stand.connected(id);
      expect(performance.now() - started).toBeLessThan(6_000);
      await stand.remove(id);
    });

    it('carries displays on the loopback and on sockets', async () => {
      const socket = '/var/lib/libvirt/qemu/display.sock';
      const devices = `<graphics type='vnc'><listen type='socket' socket='${socket}'/></graphics>`;
      await hv1().define(guestXml({ name: 'port', memory: 64, graphics: 'vnc' }));
      await hv1().define(guestXml({ name: 'path', memory: 64, graphics: 'none', devices }));
      const connection = await stand.add(uri('root'));
      await stand.connected(connection);
      for (const name of ['port', 'path']) {
        await hv1().virsh(['start', name, '--paused']);
        const uuid = (await hv1().virsh(['domuuid', name])).trim();
        const consoles = await stand.window.client.consoles.list({ connection, uuid });
        const display = consoles.find((one) => one.kind === 'graphics');
        expect(display?.refusal).toBeNull();
        const { ticket } = await stand.window.client.consoles.openGraphics({ connection, uuid, key: '0' });
        const channel = await stand.window.openBytes(ticket);
        let bytes = '';
        channel.onData((chunk) => {
          bytes += Buffer.from(chunk).toString('latin1');
        });
        await until('the greeting', () => bytes.startsWith('RFB 003.'));
        channel.close();
        await hv1().virsh(['destroy', name]);
        await hv1().virsh(['undefine', name]);
      }
      expect(await sessions()).toBe(1);
      await stand.remove(connection);
    });
  });

  describe('through libvirt’s own ssh libraries', () => {
    const through = (library: string, more: string) =>
      `qemu+${library}://admin@${hv1().address}/system?known_hosts=${lab().client.knownHosts}&${more}`;
    const byKey = () => `sshauth=privkey&keyfile=${lab().client.key('client')}`;

    it.each(['libssh', 'libssh2'])('%s gets in with a key', async (library) => {
      await stand.visit(through(library, byKey()));
    });

    it.each(['libssh', 'libssh2'])('%s asks for the password', async (library) => {
      const id = await stand.add(through(library, 'sshauth=password'));
      await stand.answer(labPassword);
      await stand.connected(id);
      await stand.remove(id);
    });

    it.each(['libssh', 'libssh2'])('%s is told that the password was wrong', async (library) => {
      const id = await stand.add(through(library, 'sshauth=password'));
      await stand.answer('wrong');
      // They ask until the host ends it, which takes long.
      expect((await stand.answer(null)).problem).toContain('refused');
      expect((await stand.refused(id)).error).toBeNull();
      await stand.remove(id);
    });

    it.each(['libssh', 'libssh2'])('%s can be cancelled', async (library) => {
      const id = await stand.add(through(library, 'sshauth=password'));
      await stand.answer(null);
      const { error } = await stand.refused(id);
      expect(error).toBeNull();
      await stand.remove(id);
    });

    it.each(['libssh', 'libssh2'])('%s shows an unknown host key', async (library) => {
      await lab().client.chooseSsh({ known: 'none' });
      const id = await stand.add(through(library, byKey()));
      const asked = await stand.answer('');
      expect(asked).toMatchObject({ kind: 'host-key', hostKey: { host: hv1().address } });
      await stand.connected(id);
      await stand.remove(id);
      await lab().client.chooseSsh({ known: 'none' });
      const again = await stand.add(through(library, byKey()));
      await stand.answer(null);
      expect((await stand.refused(again)).error).toBeNull();
      await stand.remove(again);
    });

    it.each(['libssh', 'libssh2'])('%s refuses a changed host key', async (library) => {
      await lab().client.chooseSsh({ known: 'changed' });
      const error = await stand.refusal(through(library, byKey()));
      expect(error).toMatchObject({
        kind: 'authentication',
        message: expect.stringContaining('another host key'),
        hostKey: { file: lab().client.knownHosts },
      });
    });
  });

  it('says nothing of what is typed to processes, logs and windows', async () => {
    await lab().client.chooseSsh({ key: 'none' });
    writeFileSync(lab().client.knownHosts, readFileSync(lab().client.knownHosts));
    const id = await stand.add(uri());
    await stand.answer(labPassword);
    await stand.connected(id);
    expect(JSON.stringify(stand.window.told)).not.toContain(labPassword);
    expect(stand.app.logged.join('\n')).not.toContain(labPassword);
    await stand.remove(id);
  });
});
