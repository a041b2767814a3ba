import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Diagnosis, type DiagnosisStep } from '../../contract/index.ts';
import { buildParts, root } from '../fixtures/built.ts';
import type { Lab } from './lab/lab.ts';
import type { Result } from './lab/run.ts';
import { describeLab } from './vitest.ts';

let home: string;

beforeAll(() => {
  buildParts('main', 'agent', 'askpass');
  home = mkdtempSync(join(tmpdir(), 'virtdeck-doctor-'));
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs the program as the client of a laboratory. */
function virtdeck(lab: Lab, ...args: string[]): Promise<Result> {
  const { client } = lab;
  const folders = { XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home };
  return client.runAny(process.execPath, [join(root, 'dist/main/web.js'), ...args], {
    env: { ...client.environment(), ...folders },
    timeoutMs: 100_000,
  });
}

/** What `virtdeck --doctor` says, and the state of each step by its id. */
async function examine(lab: Lab, uri: string, ...flags: string[]) {
  const { code, stdout, stderr } = await virtdeck(lab, '--doctor', uri, '--json', ...flags);
  expect(stderr).toBe('');
  const diagnosis = Diagnosis.parse(JSON.parse(stdout));
  const steps = new Map(diagnosis.steps.map((step) => [step.id, step]));
  return {
    code,
    diagnosis,
    steps,
    states: Object.fromEntries([...steps].map(([id, step]) => [id, step.status])),
  };
}

/** All that a user can read of a step. */
function words(step: DiagnosisStep | undefined): string {
  const remedies = step?.remedies.map((one) => JSON.stringify(one)) ?? [];
  return [step?.message, step?.hint, ...remedies].join('\n');
}

const REST = { versions: 'passed', capabilities: 'passed', network: 'passed', pool: 'passed' };
const NOT_TRIED = {
  connection: 'skipped',
  versions: 'skipped',
  capabilities: 'skipped',
  network: 'skipped',
  pool: 'skipped',
};

describeLab('the connection doctor', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  const as = (user: string) => hv1().uri.named.ssh.replace('root@', `${user}@`);

  describe('where all is good', () => {
    it('says so over ssh, and looks at the host itself', async () => {
      const { code, steps, states } = await examine(lab(), hv1().uri.named.ssh);
      expect(states).toMatchObject({
        address: 'passed',
        client: 'passed',
        name: 'passed',
        port: 'passed',
        ssh: 'passed',
        helper: 'passed',
        daemon: 'passed',
        permission: 'passed',
        connection: 'passed',
        ...REST,
      });
      expect(code).toBe(0);
      expect(words(steps.get('daemon'))).toContain('libvirtd, one daemon for everything');
      // The laboratory's hosts have no /dev/kvm: machines run all the same.
      expect(states.kvm).toBe('warning');
      expect(words(steps.get('kvm'))).toContain('by emulation');
    });

    it('says so over TLS, and what cannot be known without ssh', async () => {
      const { code, steps, states } = await examine(lab(), hv1().uri.named.tls);
      expect(states).toMatchObject({
        certificates: 'passed',
        tls: 'passed',
        daemon: 'passed',
        permission: 'passed',
        connection: 'passed',
        ...REST,
      });
      expect(code).toBe(0);
      expect(states).not.toHaveProperty('ssh');
      expect(steps.get('kvm')?.facts).toContainEqual({
        label: 'Not known',
        value: expect.stringContaining('over ssh only'),
      });
    });

    it('says so over a UNIX socket, also read-only', async () => {
      const { code, states } = await examine(lab(), hv1().uri.unix);
      expect(states).toMatchObject({ daemon: 'passed', permission: 'passed', connection: 'passed', ...REST });
      expect(code).toBe(0);
      const looking = await examine(lab(), hv1().uri.unixRo, '--read-only');
      expect(looking.states).toMatchObject({ daemon: 'passed', connection: 'passed', ...REST });
      expect(looking.code).toBe(0);
    });

    it('says what SASL asks for over TCP, and warns of what is not encrypted', async () => {
      const uri = `${hv1().uri.named.tcp}?authfile=${lab().client.authFile()}`;
      const { code, steps, states } = await examine(lab(), uri);
      expect(states).toMatchObject({ address: 'warning', daemon: 'passed', connection: 'passed' });
      expect(words(steps.get('permission'))).toContain('DIGEST-MD5');
      expect(code).toBe(0);
    });

    it('prints for people as it goes', async () => {
      const { code, stdout } = await virtdeck(lab(), '--doctor', hv1().uri.named.tls);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^ok {8}Address: QEMU\/KVM on hv1, by TLS\.$/m);
      expect(stdout).toMatch(/^ok {8}Connection: /m);
      expect(stdout.trimEnd()).toMatch(/It works, with remarks: \S+$/);
    });
  });

  describe('names and ports', () => {
    it('finds a name that nobody knows', async () => {
      const { code, steps, states } = await examine(lab(), 'qemu+tls://nowhere.invalid/system');
      expect(states).toMatchObject({ name: 'failed', port: 'skipped', tls: 'skipped', ...NOT_TRIED });
      expect(words(steps.get('name'))).toContain('getent hosts');
      expect(steps.get('pool')?.message).toContain('"Name of the host" did not pass');
      expect(code).toBe(1);
    });

    it.each([
      ['qemu+ssh://root@hv1:2222/system', 'systemctl enable --now ssh'],
      ['qemu+tls://hv1:1111/system', 'libvirtd-tls.socket'],
      ['qemu+tcp://hv1:1111/system', 'virtproxyd-tcp.socket'],
    ])('finds the closed port of %s', async (uri, remedy) => {
      const { code, steps, states } = await examine(lab(), uri);
      expect(states).toMatchObject({ name: 'passed', port: 'failed', ...NOT_TRIED });
      expect(words(steps.get('port'))).toContain(remedy);
      expect(code).toBe(1);
    });

    it('gives up on a host that is silent', async () => {
      await hv1().faults.cut();
      try {
        const { steps, states, code } = await examine(lab(), hv1().uri.named.tls);
        expect(states).toMatchObject({ port: 'failed', ...NOT_TRIED });
        expect(words(steps.get('port'))).toMatch(/does not answer|no way/);
        expect(code).toBe(1);
      } finally {
        await hv1().faults.mend();
      }
    });
  });

  describe('ssh', () => {
    afterEach(() => lab().client.chooseSsh());

    it('finds a wrong key, an unknown and a changed host key', async () => {
      await lab().client.chooseSsh({ key: 'stranger' });
      const wrong = await examine(lab(), as('admin'));
      expect(wrong.states).toMatchObject({ port: 'passed', ssh: 'failed', helper: 'skipped', ...NOT_TRIED });
      expect(words(wrong.steps.get('ssh'))).toContain('ssh-copy-id');
      expect(wrong.code).toBe(1);
      await lab().client.chooseSsh({ known: 'none' });
      const unknown = await examine(lab(), as('admin'));
      expect(unknown.states.ssh).toBe('failed');
      expect(words(unknown.steps.get('ssh'))).toContain('host key');
      await lab().client.chooseSsh({ known: 'changed' });
      const changed = await examine(lab(), as('admin'));
      expect(changed.states.ssh).toBe('failed');
      expect(words(changed.steps.get('ssh'))).toContain('ssh-keygen');
    });

    it('finds a host without netcat and helper', async () => {
      const programs = '$(readlink -f /usr/bin/nc) $(readlink -f /usr/bin/virt-ssh-helper)';
      await hv1().exec(`for f in ${programs}; do mount --bind /dev/null $f; done`);
      try {
        const { steps, states, code } = await examine(lab(), as('admin'));
        expect(states).toMatchObject({ ssh: 'passed', helper: 'failed', connection: 'failed' });
        expect(words(steps.get('helper'))).toContain('sudo apt install libvirt-daemon');
        expect(code).toBe(1);
      } finally {
        await hv1().exec(`for f in ${programs}; do umount $f; done`);
      }
    });

    it('finds users without rights, and what is open to them', async () => {
      const none = await examine(lab(), as('nobodyhere'));
      expect(none.states).toMatchObject({ ssh: 'passed', permission: 'failed', connection: 'failed' });
      expect(words(none.steps.get('permission'))).toContain('sudo usermod -aG libvirt nobodyhere');
      expect(words(none.steps.get('permission'))).not.toContain('read-only');
      expect(none.code).toBe(1);
      const viewer = await examine(lab(), as('viewer'));
      expect(viewer.states).toMatchObject({ permission: 'failed', connection: 'failed' });
      expect(words(viewer.steps.get('permission'))).toContain('"kind":"read-only"');
      const looking = await examine(lab(), as('viewer'), '--read-only');
      expect(looking.states).toMatchObject({ permission: 'passed', connection: 'passed' });
      expect(looking.code).toBe(0);
    });

    it('hears a shell that speaks at every sign-in', async () => {
      const shell = (path: string) =>
        hv1().exec(`sed -i 's#^\\(admin:.*\\):[^:]*$#\\1:${path}#' /etc/passwd`);
      await hv1().exec(
        'printf \'#!/bin/sh\\necho welcome\\nexec /bin/sh "$@"\\n\' >/etc/talking && chmod 755 /etc/talking',
      );
      await shell('/etc/talking');
      try {
        const { steps, states } = await examine(lab(), as('admin'));
        expect(states.ssh).toBe('warning');
        expect(words(steps.get('ssh'))).toContain('"welcome"');
      } finally {
        await shell('/bin/sh');
      }
    });
  });

  describe('the daemon', () => {
    afterEach(() => hv1().faults.restore());

    it('finds one that was stopped', async () => {
      await hv1().daemons.stop('libvirtd');
      for (const uri of [hv1().uri.unix, hv1().uri.named.ssh]) {
        const { code, steps, states } = await examine(lab(), uri);
        expect(states).toMatchObject({ daemon: 'failed', permission: 'skipped', connection: 'failed' });
        expect(words(steps.get('daemon'))).toMatch(/systemctl enable --now/);
        expect(code).toBe(1);
      }
      const { states } = await examine(lab(), hv1().uri.named.tls);
      expect(states).toMatchObject({ port: 'failed', ...NOT_TRIED });
    });

    it('finds one that was killed, and one that hangs', async () => {
      await hv1().faults.kill('libvirtd');
      const killed = await examine(lab(), hv1().uri.unix);
      expect(killed.states.daemon).toBe('failed');
      expect(words(killed.steps.get('daemon'))).toContain('has ended');
      await hv1().faults.restore();
      await hv1().faults.freeze('libvirtd');
      const frozen = await examine(lab(), hv1().uri.named.ssh);
      expect(frozen.states).toMatchObject({ ssh: 'passed', daemon: 'failed', ...NOT_TRIED });
      expect(words(frozen.steps.get('daemon'))).toContain('does not answer');
      expect(words(frozen.steps.get('daemon'))).toContain('systemctl restart');
      expect(frozen.code).toBe(1);
    });
  });

  describe('certificates', () => {
    it.each([
      ['expired', 'expired on 2020-01-01'],
      ['no-ca', 'is missing'],
      ['mismatch', 'does not belong'],
      ['garbage', 'no certificate in it'],
    ] as const)('finds the client certificate "%s" before connecting', async (kind, message) => {
      const { code, steps, states } = await examine(
        lab(),
        `qemu+tls://hv1/system?pkipath=${lab().client.pki(kind)}`,
      );
      expect(states).toMatchObject({ port: 'passed', certificates: 'failed', tls: 'skipped', ...NOT_TRIED });
      expect(words(steps.get('certificates'))).toContain(message);
      expect(words(steps.get('certificates'))).toContain('--make-certificates');
      expect(code).toBe(1);
    });

    it('finds a client certificate of a foreign authority in the handshake', async () => {
      const folder = join(home, 'foreign');
      execFileSync('cp', ['-r', lab().client.pki('foreign-client'), folder]);
      // The set fits together; only the host does not know its authority.
      execFileSync('cp', [join(lab().client.pki('foreign-ca'), 'cacert.pem'), join(folder, 'cacert.pem')]);
      const { steps, states } = await examine(lab(), `qemu+tls://hv1/system?pkipath=${folder}`);
      expect(states).toMatchObject({ certificates: 'passed', tls: 'failed', connection: 'skipped' });
      expect(words(steps.get('tls'))).toMatch(/authority/);
    });

    it.each([
      ['expired', 'expired on 2020-01-01'],
      ['wrong-name', 'elsewhere.example'],
      ['foreign-ca', 'authority'],
    ] as const)('finds the server certificate "%s"', async (kind, message) => {
      await hv1().daemons.presentCertificate(kind);
      try {
        const { code, steps, states } = await examine(lab(), hv1().uri.named.tls);
        expect(states).toMatchObject({ certificates: 'passed', tls: 'failed', ...NOT_TRIED });
        expect(words(steps.get('tls'))).toContain(message);
        expect(code).toBe(1);
        const unchecked = await examine(lab(), `${hv1().uri.named.tls}&no_verify=1`);
        expect(unchecked.states).toMatchObject({ tls: 'warning', connection: 'warning' });
        expect(unchecked.code).toBe(0);
      } finally {
        await hv1().daemons.presentCertificate('good');
      }
    });
  });

  describe('network and pool', () => {
    it('finds them stopped and missing, with what brings them back', async () => {
      await hv1().virsh(['net-destroy', 'default']);
      await hv1().virsh(['pool-destroy', 'default']);
      const stopped = await examine(lab(), hv1().uri.unix);
      expect(stopped.states).toMatchObject({ network: 'failed', pool: 'warning' });
      expect(stopped.code).toBe(1);
      expect(words(stopped.steps.get('pool'))).toContain('pool-start default');
      const start = stopped.steps.get('network')?.remedies[0];
      expect(start).toMatchObject({ kind: 'command', command: expect.stringContaining('net-start default') });
      const definition = await hv1().virsh(['net-dumpxml', 'default', '--inactive']);
      await hv1().virsh(['net-undefine', 'default']);
      for (const name of ['default', 'media', 'shared', 'small']) {
        await hv1().virshAny(['pool-destroy', name]);
        await hv1().virsh(['pool-undefine', name]);
      }
      const missing = await examine(lab(), hv1().uri.named.ssh);
      expect(missing.states).toMatchObject({ connection: 'passed', network: 'failed', pool: 'failed' });
      expect(words(missing.steps.get('network'))).toContain('libvirt-daemon-config-network');
      expect(words(missing.steps.get('pool'))).toContain('pool-define-as default dir');
      const file = join(hv1().folder, 'tmp/default.xml');
      writeFileSync(file, definition);
      await hv1().exec(
        'virsh -q net-define /tmp/default.xml && virsh -q net-start default && virsh -q net-autostart default',
      );
    });

    it('is mended by the very commands that it gives', async () => {
      const { steps } = await examine(lab(), hv1().uri.unix);
      for (const remedy of steps.get('pool')?.remedies ?? []) {
        if (remedy.kind === 'command') await lab().client.run('sh', ['-c', remedy.command]);
      }
      const again = await examine(lab(), hv1().uri.unix);
      expect(again.states).toMatchObject({ network: 'passed', pool: 'passed' });
      expect(again.code).toBe(0);
    });
  });

  it('is strict about how it is called', async () => {
    for (const args of [['--doctor'], ['--doctor', 'a', 'b'], ['--doctor', 'test:///default', '--new']]) {
      const { code, stdout, stderr } = await virtdeck(lab(), ...args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('--');
    }
    const { code, stdout } = await virtdeck(lab(), '--doctor', 'nonsense', '--json');
    expect(code).toBe(1);
    expect(Diagnosis.parse(JSON.parse(stdout)).steps[0]).toMatchObject({ id: 'address', status: 'failed' });
  });
});
