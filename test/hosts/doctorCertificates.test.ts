import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Diagnosis, MadeCertificates } from '../../contract/index.ts';
import { buildParts, root } from '../fixtures/built.ts';
import { run, runAny } from './lab/run.ts';
import { describeLab } from './vitest.ts';

let home: string;

beforeAll(() => {
  buildParts('main', 'agent', 'askpass');
  home = mkdtempSync(join(tmpdir(), 'virtdeck-certificates-'));
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const virtdeck = (...args: string[]) =>
  runAny(process.execPath, [join(root, 'dist/main/web.js'), ...args], { timeoutMs: 60_000 });

describeLab('virtdeck --make-certificates', { hosts: 1 }, (lab) => {
  it('makes certificates with which libvirt connects, by name and by address', async () => {
    const hv1 = lab().host('hv1');
    const folder = join(home, 'pki');
    const names = `hv1,${hv1.address}`;
    const args = ['--make-certificates', folder, '--server', names, '--client', 'anna', '--json'];
    const { code, stdout, stderr } = await virtdeck(...args);
    expect([code, stderr]).toEqual([0, '']);
    const made = MadeCertificates.parse(JSON.parse(stdout));
    const [server] = made.steps;
    // Where it says that they belong, in the host's own /etc.
    await hv1.exec('rm -rf /etc/pki/CA /etc/pki/libvirt; mkdir -p /etc/pki/CA /etc/pki/libvirt/private');
    for (const { from, to, mode } of server?.placings ?? []) {
      cpSync(from, join(hv1.folder, to));
      await hv1.exec(`chmod ${mode} ${to}`);
    }
    await hv1.daemons.restart('libvirtd');
    const client = join(folder, 'clients/anna');
    for (const host of ['hv1', hv1.address]) {
      const uri = `qemu+tls://${host}/system?pkipath=${client}`;
      expect(await lab().client.run('virsh', ['-q', '-c', uri, 'hostname'])).toBe('hv1\n');
    }
    const doctor = await lab().client.runAny(
      process.execPath,
      [join(root, 'dist/main/web.js'), '--doctor', `qemu+tls://hv1/system?pkipath=${client}`, '--json'],
      {
        env: {
          ...lab().client.environment(),
          XDG_CONFIG_HOME: home,
          XDG_DATA_HOME: home,
          XDG_RUNTIME_DIR: home,
        },
      },
    );
    const { steps } = Diagnosis.parse(JSON.parse(doctor.stdout));
    expect(steps.find(({ id }) => id === 'tls')).toMatchObject({ status: 'passed' });
    // GnuTLS, which libvirt uses, agrees about every part.
    const chain = join(home, 'chain.pem');
    await run('sh', ['-c', `cat ${client}/clientcert.pem ${client}/cacert.pem >${chain}`]);
    expect(await run('certtool', ['--verify-chain', '--infile', chain])).toContain(
      'Chain verification output: Verified',
    );
    // An unchanged client is refused by the new authority.
    const old = await lab().client.runAny('virsh', ['-c', hv1.uri.named.tls, 'hostname']);
    expect(old.code).toBe(1);
  });

  it('tells people what to do, and refuses to overwrite', async () => {
    const folder = join(home, 'told');
    const args = [
      '--make-certificates',
      folder,
      '--server',
      'lab1,10.0.0.1',
      '--client',
      'me',
      '--days',
      '30',
    ];
    const { code, stdout } = await virtdeck(...args);
    expect(code).toBe(0);
    expect(stdout).toContain(`${folder}/ca/cakey.pem`);
    expect(stdout).toContain('On lab1, as root:');
    expect(stdout).toContain('/etc/pki/libvirt/private/serverkey.pem');
    expect(stdout).toContain('~/.pki/libvirt');
    expect(stdout).not.toContain('PRIVATE KEY');
    const before = readFileSync(join(folder, 'clients/me/clientkey.pem'), 'utf8');
    const again = await virtdeck(...args);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('is there already');
    expect(readFileSync(join(folder, 'clients/me/clientkey.pem'), 'utf8')).toBe(before);
    expect((await virtdeck('--make-certificates', join(home, 'x'))).code).toBe(2);
    const wrong = await virtdeck('--make-certificates', join(home, 'x'), '--server', 'a b');
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toContain('"a b" is neither a host name nor an IP address');
  });
});
