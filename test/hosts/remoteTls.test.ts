import { chmodSync, copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkTlsFiles, tlsFilesOf } from '../../main/remote/tlsFiles.ts';
import { parseUri } from '../../model/index.ts';
import { labPassword } from './lab/etc.ts';
import type { ClientCertificate, ServerCertificate } from './lab/pki.ts';
import { until } from './lab/run.ts';
import { RemoteStand } from './remoteStand.ts';
import { describeLab } from './vitest.ts';

describeLab('connecting over TLS and TCP', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let stand: RemoteStand;
  beforeAll(async () => {
    stand = await RemoteStand.start(lab());
  });
  afterAll(() => stand?.stop());
  afterEach(async () => {
    await stand.reset();
    expect(stand.prompts).toEqual([]);
  });

  const tls = (kind: ClientCertificate = 'good', more = '') =>
    `qemu+tls://${hv1().address}/system?pkipath=${lab().client.pki(kind)}${more}`;
  const refused = (words: RegExp, hint?: RegExp) => ({
    kind: 'authentication',
    message: expect.stringMatching(words),
    ...(hint && { hint: expect.stringMatching(hint) }),
  });

  describe('certificates of the client', () => {
    it('are right', async () => {
      const found = await stand.visit(tls());
      expect(found.host).toMatchObject({ hostname: 'hv1', encrypted: true });
      expect(found.warnings).toEqual([]);
    });

    it.each<[ClientCertificate, RegExp]>([
      ['expired', /client certificate .*clientcert\.pem expired on 2020-01-01/],
      ['foreign-client', /clientcert\.pem was issued by ".*foreign", and .*cacert\.pem is another authority/],
      ['no-ca', /authority, .*cacert\.pem, is missing/],
      ['mismatch', /clientkey\.pem does not belong to the certificate/],
      ['garbage', /cacert\.pem has no certificate in it/],
    ])('"%s" are found before anything is connected', async (kind, words) => {
      const error = await stand.refusal(tls(kind));
      expect(error).toMatchObject(refused(words));
      expect(error?.libvirt).toBeUndefined();
    });

    it.each<[ClientCertificate, RegExp]>([
      ['no-cert', /wants to see a client certificate.*clientcert\.pem is missing/],
      ['no-key', /wants to see a client certificate.*clientkey\.pem is missing/],
    ])('"%s" are explained when the host refuses', async (kind, words) => {
      const error = await stand.refusal(tls(kind));
      expect(error).toMatchObject(refused(words));
      expect(error?.libvirt?.message).toContain('TLS');
    });

    it('are explained when the host does not allow their name', async () => {
      await hv1().daemons.configure({ tls_allowed_dn_list: ['O=Elsewhere,CN=*'] });
      const error = await stand.refusal(tls());
      await hv1().daemons.configure({ tls_allowed_dn_list: null });
      expect(error).toMatchObject(
        refused(/does not let in .*"O=Virtdeck lab,CN=client"/, /tls_allowed_dn_list/),
      );
    });

    it('are told unreadable, and unsafe where others can read the key', async () => {
      const folder = join(lab().client.folder, 'pki/copy');
      cpSync(lab().client.pki('good'), folder, { recursive: true });
      const key = join(folder, 'clientkey.pem');
      chmodSync(key, 0o644);
      const uri = tls().replace(lab().client.pki('good'), folder);
      const found = await stand.visit(uri);
      expect(found.warnings?.join()).toMatch(/Others on this machine can read the private key.*chmod 600/);
      chmodSync(key, 0o600);
      const files = await tlsFilesOf(parseUri(uri).parts!);
      process.seteuid?.(65534);
      try {
        const { problems } = await checkTlsFiles(files);
        expect(problems).toMatchObject(
          [{ file: key, severity: 'error', message: /may not be read/ }].map((one) => ({
            ...one,
            message: expect.stringMatching(one.message),
          })),
        );
      } finally {
        process.seteuid?.(0);
      }
    });

    it('come from the user’s folder, and from the system’s where that has none', async () => {
      const home = join(lab().client.folder, 'pkihome');
      const mine = join(home, '.pki/libvirt');
      mkdirSync(mine, { recursive: true });
      copyFileSync(join(lab().client.pki('good'), 'cacert.pem'), join(mine, 'cacert.pem'));
      copyFileSync(join(lab().client.pki('good'), 'clientcert.pem'), join(mine, 'clientcert.pem'));
      const { parts } = parseUri('qemu+tls://hv1/system');
      const files = (root: boolean) => tlsFilesOf(parts!, { home, root, system: '/etc/pki' });
      expect(await files(false)).toEqual({
        ca: join(mine, 'cacert.pem'),
        certificate: '/etc/pki/libvirt/clientcert.pem',
        key: '/etc/pki/libvirt/private/clientkey.pem',
      });
      copyFileSync(join(lab().client.pki('good'), 'clientkey.pem'), join(mine, 'clientkey.pem'));
      expect((await files(false)).key).toBe(join(mine, 'clientkey.pem'));
      expect((await files(true)).ca).toBe('/etc/pki/CA/cacert.pem');
    });
  });

  describe('certificates of the host', () => {
    it.each<[ServerCertificate, RegExp]>([
      ['expired', /certificate of .* expired on 2020-01-01/],
      ['future', /valid only from 2090-01-01/],
      ['wrong-name', /is not for "198\.18\.\d+\.11" but for "elsewhere\.example"/],
      ['foreign-ca', /issued by ".*foreign", an authority that is not the one in/],
    ])('"%s" are explained in a sentence', async (kind, words) => {
      await hv1().daemons.presentCertificate(kind);
      const error = await stand.refusal(tls());
      expect(error).toMatchObject(refused(words));
      const found = await stand.visit(tls('good', '&no_verify=1'));
      expect(found.warnings?.join()).toContain('Nobody checks');
      await hv1().daemons.presentCertificate('good');
    });

    it('are unknown to a client that trusts another authority', async () => {
      const folder = join(lab().client.folder, 'pki/other-ca-only');
      mkdirSync(folder, { recursive: true });
      copyFileSync(join(lab().client.pki('foreign-ca'), 'cacert.pem'), join(folder, 'cacert.pem'));
      const error = await stand.refusal(tls().replace(lab().client.pki('good'), folder));
      expect(error).toMatchObject(refused(/an authority that is not the one in .*other-ca-only/));
    });
  });

  it('says that nothing listens', async () => {
    const error = await stand.refusal(
      `qemu+tls://${hv1().address}:16515/system?pkipath=${lab().client.pki('good')}`,
    );
    expect(error).toMatchObject({
      kind: 'unavailable',
      hint: expect.stringContaining('libvirtd-tls.socket'),
    });
  });

  describe('user and password (SASL)', () => {
    const tcp = () => `qemu+tcp://${hv1().address}/system`;

    it.each(['tcp', 'tls', 'unix'])('let in over %s', async (transport) => {
      const settings = { tcp: {}, tls: { auth_tls: 'sasl' }, unix: { auth_unix_rw: 'sasl' } }[transport];
      await hv1().daemons.configure(settings ?? {});
      const uris: Record<string, string> = { tcp: tcp(), tls: tls(), unix: hv1().uri.unix };
      const id = await stand.add(uris[transport]!);
      const asked = await stand.answer(labPassword, { user: 'operator' });
      expect(asked.fields.map((one) => one.label)).toContain('Password');
      await stand.connected(id);
      await stand.remove(id);
      await hv1().daemons.configure({ auth_tls: 'none', auth_unix_rw: 'none' });
    });

    it('are refused when wrong, and asked for again with the reason', async () => {
      const id = await stand.add(tcp());
      expect((await stand.answer('wrong', { user: 'operator' })).problem).toBeUndefined();
      expect((await stand.refused(id)).error).toMatchObject({ kind: 'authentication' });
      await stand.window.client.connections.open({ connection: id });
      const again = await stand.answer(labPassword, { user: 'operator' });
      expect(again.problem).toContain('refused');
      await stand.connected(id);
    });

    it('can be cancelled', async () => {
      const id = await stand.add(tcp());
      await stand.answer(null);
      expect((await stand.refused(id)).error).toBeNull();
    });

    it('are remembered, listed and forgotten', async () => {
      const id = await stand.add(tcp());
      const asked = await stand.answer(labPassword, { user: 'operator', remember: true });
      expect(asked.remember).toBe('until-closed');
      await stand.connected(id);
      await until('it to be kept', async () => {
        const { entries } = await stand.window.client.credentials.list({});
        return entries.length === 2;
      });
      const { entries, problem } = await stand.window.client.credentials.list({});
      expect(entries).toMatchObject([
        { place: tcp(), purpose: 'Password' },
        { place: tcp(), purpose: 'User name' },
      ]);
      expect(problem).toContain('until Virtdeck is closed');
      await stand.window.client.connections.close({ connection: id });
      await stand.window.client.connections.open({ connection: id });
      await stand.connected(id);
      for (const entry of entries) await stand.window.client.credentials.forget({ id: entry.id });
      expect((await stand.window.client.credentials.list({})).entries).toEqual([]);
      await stand.window.client.connections.close({ connection: id });
      await stand.window.client.connections.open({ connection: id });
      await stand.answer(null);
    });

    it('are not asked for again when the daemon was restarted', async () => {
      const id = await stand.add(tcp());
      await stand.answer(labPassword, { user: 'operator' });
      await stand.connected(id);
      await hv1().faults.kill('libvirtd');
      await until('lost', () => stand.now(id)?.status === 'lost');
      await hv1().daemons.start('libvirtd');
      await stand.connected(id);
    });
  });
});
