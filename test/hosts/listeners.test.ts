import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keyPassphrase, oneTimeCode } from './lab/access.ts';
import { labPassword } from './lab/etc.ts';
import type { Lab } from './lab/lab.ts';
import type { Result } from './lab/run.ts';
import { describeLab } from './vitest.ts';

const accepted = { code: 0, stdout: 'hv1\n' };

/** What a client sees that opens this URI. */
function open(lab: Lab, uri: string, ...flags: string[]): Promise<Result> {
  return lab.client.runAny('virsh', ['-q', ...flags, '-c', uri, 'hostname'], { timeoutMs: 20_000 });
}

function refused(...words: string[]) {
  const pattern = new RegExp(words.join('|'), 'i');
  return { code: 1, stderr: expect.stringMatching(pattern) };
}

describeLab('listeners of a host', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');

  describe('UNIX sockets', () => {
    it('are open to root outside of the host, for writing and for reading', async () => {
      expect(await open(lab(), hv1().uri.unix)).toMatchObject(accepted);
      expect(await open(lab(), hv1().uri.unixRo, '-r')).toMatchObject(accepted);
    });

    it.each([
      ['admin', 0, 0],
      ['viewer', 1, 0],
      ['nobodyhere', 1, 1],
    ])('let %s in as they should', async (user, write, read) => {
      const virsh = (flags: string) =>
        hv1().execAny(
          `setpriv --reuid ${user} --regid ${user} --init-groups virsh -q ${flags} -c qemu:///system hostname`,
        );
      expect((await virsh('')).code).toBe(write);
      expect((await virsh('-r')).code).toBe(read);
    });

    it('can demand SASL', async () => {
      await hv1().daemons.configure({ auth_unix_rw: 'sasl' });
      try {
        expect(await open(lab(), hv1().uri.unix)).toMatchObject(refused('authentication failed'));
        expect(await open(lab(), `${hv1().uri.unix}&authfile=${lab().client.authFile()}`)).toMatchObject(
          accepted,
        );
      } finally {
        await hv1().daemons.configure({ auth_unix_rw: 'none' });
      }
    });
  });

  describe('TCP with SASL', () => {
    it('lets the right password in and no other', async () => {
      const { uri } = hv1();
      expect(await open(lab(), `${uri.tcp}?authfile=${lab().client.authFile()}`)).toMatchObject(accepted);
      expect(await open(lab(), `${uri.named.tcp}?authfile=${lab().client.authFile('second')}`)).toMatchObject(
        accepted,
      );
      const wrong = lab().client.authFile('operator', 'wrong');
      expect(await open(lab(), `${uri.tcp}?authfile=${wrong}`)).toMatchObject(
        refused('authentication failed'),
      );
      const stranger = lab().client.authFile('stranger');
      expect(await open(lab(), `${uri.tcp}?authfile=${stranger}`)).toMatchObject(
        refused('authentication failed'),
      );
    });

    it('has no SCRAM without TLS, for that encrypts nothing', async () => {
      const withUser = (uri: string, sign: string) => `${uri}${sign}authfile=${lab().client.authFile()}`;
      await hv1().daemons.configure({ auth_tls: 'sasl' });
      for (const [mechanism, overTcp] of [
        ['scram-sha-256', 1],
        ['digest-md5', 0],
      ] as const) {
        await hv1().daemons.offerMechanisms([mechanism]);
        expect((await open(lab(), withUser(hv1().uri.tcp, '?'))).code).toBe(overTcp);
        expect(await open(lab(), withUser(hv1().uri.tls, '&'))).toMatchObject(accepted);
      }
      await hv1().daemons.offerMechanisms(['scram-sha-256', 'digest-md5']);
      await hv1().daemons.configure({ auth_tls: 'none' });
    });
  });

  describe('TLS', () => {
    it('accepts the good certificate, by name and by address', async () => {
      expect(await open(lab(), hv1().uri.tls)).toMatchObject(accepted);
      expect(await open(lab(), hv1().uri.named.tls)).toMatchObject(accepted);
    });

    it.each([
      ['expired', 'has expired'],
      ['foreign-client', 'known issuer'],
      ['foreign-ca', 'known issuer'],
      ['no-ca', 'Cannot read CA certificate'],
      ['no-cert', 'TLS confirmation'],
      ['no-key', 'TLS confirmation'],
      ['mismatch', 'do not match'],
      ['garbage', 'Unable to import'],
    ] as const)('fails with the client certificate "%s"', async (kind, words) => {
      const uri = `qemu+tls://hv1/system?pkipath=${lab().client.pki(kind)}`;
      expect(await open(lab(), uri)).toMatchObject(refused(words));
    });

    it.each([
      ['expired', 'not trusted'],
      ['future', 'not trusted'],
      ['wrong-name', 'does not match the hostname'],
      ['foreign-ca', 'known issuer'],
    ] as const)('fails with the server certificate "%s" unless it is not looked at', async (kind, words) => {
      await hv1().daemons.presentCertificate(kind);
      try {
        expect(await open(lab(), hv1().uri.named.tls)).toMatchObject(refused(words));
        expect(await open(lab(), `${hv1().uri.named.tls}&no_verify=1`)).toMatchObject(accepted);
      } finally {
        await hv1().daemons.presentCertificate('good');
      }
      expect(await open(lab(), hv1().uri.named.tls)).toMatchObject(accepted);
    });

    it('can be limited to some clients', async () => {
      await hv1().daemons.configure({ tls_allowed_dn_list: ['O=Elsewhere,CN=*'] });
      expect(await open(lab(), hv1().uri.tls)).toMatchObject(refused('TLS confirmation'));
      await hv1().daemons.configure({ tls_allowed_dn_list: ['O=Virtdeck lab,CN=client'] });
      expect(await open(lab(), hv1().uri.tls)).toMatchObject(accepted);
      await hv1().daemons.configure({ tls_allowed_dn_list: null });
    });
  });

  describe('ssh', () => {
    afterEach(() => lab().client.chooseSsh());

    const as = (user: string) => hv1().uri.named.ssh.replace('root@', `${user}@`);

    it('lets each user have what it may', async () => {
      expect(await open(lab(), hv1().uri.ssh)).toMatchObject(accepted);
      expect(await open(lab(), as('admin'))).toMatchObject(accepted);
      expect(await open(lab(), as('viewer'))).toMatchObject(refused('Permission denied'));
      expect(await open(lab(), as('viewer'), '-r')).toMatchObject(accepted);
      expect(await open(lab(), as('nobodyhere'), '-r')).toMatchObject(refused('Permission denied'));
    });

    it('is refused with a foreign key, an unknown and a changed host key', async () => {
      await lab().client.chooseSsh({ key: 'stranger' });
      expect(await open(lab(), as('admin'))).toMatchObject(refused('Permission denied \\(publickey'));
      await lab().client.chooseSsh({ known: 'none' });
      expect(await open(lab(), as('admin'))).toMatchObject(refused('Host key verification failed'));
      await lab().client.chooseSsh({ known: 'changed' });
      expect(await open(lab(), as('admin'))).toMatchObject(refused('IDENTIFICATION HAS CHANGED'));
    });

    /** Runs ssh with a helper that answers its questions, and gives what it asked. */
    async function answering(user: string): Promise<{ result: Result; asked: string[] }> {
      const { client } = lab();
      const log = join(client.folder, 'asked');
      const helper = join(client.folder, 'answer');
      writeFileSync(log, '');
      const script = `#!/bin/sh
echo "$1" >>${log}
case $1 in *passphrase*) echo '${keyPassphrase}' ;; *'Password: '*) echo ${oneTimeCode} ;; *) echo '${labPassword}' ;; esac
`;
      writeFileSync(helper, script, { mode: 0o755 });
      const env = { ...client.environment(), SSH_ASKPASS: helper, SSH_ASKPASS_REQUIRE: 'force' };
      const result = await client.runAny('ssh', [`${user}@hv1`, 'id', '-un'], { env });
      const asked = (await client.run('cat', [log])).split('\n').filter(Boolean);
      return { result, asked };
    }

    it('asks for a password, a passphrase, and a password with a code', async () => {
      await lab().client.chooseSsh({ key: 'none' });
      const one = await answering('admin');
      expect(one.result.stdout).toBe('admin\n');
      expect(one.asked).toEqual([expect.stringContaining('password')]);
      const two = await answering('twosteps');
      expect(two.result.stdout).toBe('twosteps\n');
      expect(two.asked).toEqual([expect.stringContaining('password'), expect.stringContaining('Password: ')]);
      await lab().client.chooseSsh({ key: 'locked' });
      const locked = await answering('admin');
      expect(locked.result.stdout).toBe('admin\n');
      expect(locked.asked.join()).toContain('passphrase');
    });

    it('works through libvirt’s own ssh libraries', async () => {
      const { client } = lab();
      const parameters = `keyfile=${client.key('client')}&known_hosts=${client.knownHosts}&sshauth=privkey`;
      for (const transport of ['libssh', 'libssh2']) {
        expect(await open(lab(), `qemu+${transport}://root@hv1/system?${parameters}`)).toMatchObject(
          accepted,
        );
      }
    });
  });

  it('serves the test driver with a thousand machines', async () => {
    const uris = hv1().scale({ domains: 1000 });
    for (const uri of [uris.unix, uris.tls, uris.ssh]) {
      const list = await lab().client.run('virsh', ['-q', '-c', uri, 'list', '--all']);
      expect(list.trim().split('\n')).toHaveLength(1000);
      expect(list.match(/running/g)).toHaveLength(500);
    }
  });
});
