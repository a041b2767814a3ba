import { describe, expect, it } from 'vitest';
import { parseUri, shellQuote } from '../../model/index.ts';
import { askpassCommand, isAskpass } from '../app/electronAskpass.ts';
import { runCommand } from './command.ts';
import { explainDaemon } from './daemonRefusal.ts';
import { explainLibrary } from './libraryRefusal.ts';
import { opensshVersion, parseConfig } from './sshProgram.ts';
import { asksForCode, readSshPrompt } from './sshQuestion.ts';
import { explainSsh } from './sshRefusal.ts';
import { sshTargetOf, targetArguments, targetKey, targetPlace } from './sshTarget.ts';

const target = (uri: string) => {
  const found = sshTargetOf(parseUri(uri).parts!);
  if (!found) throw new Error(`${uri} has no target`);
  return found;
};

describe('prompts of ssh', () => {
  it.each([
    ["me@hv1's password: ", { kind: 'password', who: 'me@hv1' }],
    [
      "Enter passphrase for key '/home/me/.ssh/id_ed25519': ",
      { kind: 'passphrase', key: '/home/me/.ssh/id_ed25519' },
    ],
    ["Enter passphrase for '/home/me/a key': ", { kind: 'passphrase', key: '/home/me/a key' }],
    [
      'Enter PIN for ED25519-SK key /home/me/.ssh/id_sk: ',
      { kind: 'pin', key: 'ED25519-SK key /home/me/.ssh/id_sk' },
    ],
    ["Enter PIN for 'My token': ", { kind: 'pin', key: "'My token'" }],
    ['(me@hv1) Verification code: ', { kind: 'interactive', who: 'me@hv1', words: 'Verification code:' }],
    ['Something else', { kind: 'interactive', who: null, words: 'Something else' }],
    ['Allow use of key id_a?\nKey fingerprint SHA256:x (yes/no)? ', { kind: 'confirm' }],
  ])('%j', (prompt, expected) => {
    expect(readSshPrompt(prompt, 'ask')).toMatchObject(expected);
  });

  it('reads host keys by name and address, with and without port', () => {
    const ask = (place: string, print: string) =>
      readSshPrompt(
        `The authenticity of host '${place}' can't be established.\nED25519 key fingerprint is ${print}.\nThis key is not known by any other names.\nAre you sure you want to continue connecting (yes/no/[fingerprint])? `,
        'ask',
      );
    expect(ask('hv1 (198.18.1.11)', 'SHA256:abc/+d')).toEqual({
      kind: 'host-key',
      host: 'hv1',
      address: '198.18.1.11',
      type: 'ED25519',
      fingerprint: 'SHA256:abc/+d',
    });
    expect(ask('[hv1]:2222 ([198.18.1.11]:2222)', 'MD5:aa:bb')).toMatchObject({
      host: '[hv1]:2222',
      address: '[198.18.1.11]:2222',
      fingerprint: 'MD5:aa:bb',
    });
    expect(ask('198.18.1.11 (198.18.1.11)', 'SHA256:x')).toMatchObject({ address: null });
  });

  it('knows what only confirms and what only tells', () => {
    expect(readSshPrompt('Use key?', 'confirm')).toEqual({ kind: 'confirm', words: 'Use key?' });
    expect(readSshPrompt('Touch it', 'notice')).toEqual({ kind: 'notice', words: 'Touch it' });
  });

  it('shows what a hostile host writes without its control characters, and not all of it', () => {
    const found = readSshPrompt(`(a@b) \x1b[2J${'x'.repeat(10_000)}`, 'ask');
    expect(found).toMatchObject({ kind: 'interactive', words: expect.stringMatching(/^\[2Jx{100}/) });
    expect(JSON.stringify(found).length).toBeLessThan(2_200);
  });

  it('tells codes from passwords', () => {
    for (const words of ['Verification code:', 'One-time password (OATH):', 'OTP:', 'Duo passcode']) {
      expect(asksForCode(words)).toBe(true);
    }
    for (const words of ['Password:', 'Kennwort:', 'PAM authentication'])
      expect(asksForCode(words)).toBe(false);
  });
});

describe('targets', () => {
  it('are what the URI says, and the same for the same place', () => {
    const one = target('qemu+ssh://me@hv1:2222/system?keyfile=/k&no_verify=1');
    expect(one).toMatchObject({ user: 'me', host: 'hv1', port: 2222, keyFile: '/k', noVerify: true });
    expect(targetArguments(one)).toEqual([
      ...['-p', '2222', '-l', 'me', '-i', '/k', '-o', 'StrictHostKeyChecking=no'],
    ]);
    expect(targetPlace(one)).toBe('me@hv1:2222');
    expect(targetPlace(target('qemu+ssh://[fd00::1]/system'))).toBe('[fd00::1]');
    expect(targetKey(target('lxc+ssh://me@hv1/'))).toBe(
      targetKey(target('qemu+ssh://me@hv1/system?mode=legacy')),
    );
    expect(targetKey(target('qemu+ssh://you@hv1/system'))).not.toBe(
      targetKey(target('qemu+ssh://me@hv1/system')),
    );
    expect(targetArguments(target('qemu+ssh://h/system?no_tty=1'))).toEqual(['-o', 'BatchMode=yes']);
  });

  it('exist for the libraries too, and for nothing else', () => {
    expect(target('qemu+libssh2://me@h/system?no_verify=1')).toMatchObject({
      program: 'ssh',
      noVerify: false,
    });
    for (const uri of ['qemu:///system', 'qemu+tls://h/system', 'esx://h/']) {
      expect(sshTargetOf(parseUri(uri).parts!)).toBeNull();
    }
  });
});

describe('ssh’s own configuration', () => {
  it('is read as ssh -G prints it', () => {
    const text =
      'host lab\nuser me\nhostname 10.0.0.1\nport 2222\nproxyjump none\nconnecttimeout none\nuserknownhostsfile /a /b\nglobalknownhostsfile /c\nuser second\n';
    expect(parseConfig(text)).toEqual({
      user: 'me',
      hostName: '10.0.0.1',
      port: 2222,
      hostKeyAlias: null,
      proxied: false,
      jump: null,
      knownHostsFiles: ['/a', '/b', '/c'],
      connectTimeout: null,
    });
    expect(parseConfig('proxyjump a@b:22,c\nconnecttimeout 7\nhostkeyalias x\n')).toMatchObject({
      proxied: true,
      jump: 'a@b:22',
      connectTimeout: 7,
      hostKeyAlias: 'x',
    });
  });

  it('is not asked of other programs', async () => {
    expect(await opensshVersion('/bin/true')).toBeNull();
    expect(await opensshVersion('/nonexistent/ssh')).toBeNull();
    expect(await opensshVersion('ssh')).toMatch(/^\d+\.\d+/);
  });
});

describe('refusals', () => {
  const ssh = (words: string) =>
    explainSsh({ target: target('qemu+ssh://me@hv1/system'), config: null, name: 'lab', words });

  it.each([
    ['me@hv1: Permission denied (publickey,password).', 'authentication', 'refused to let me@hv1 in'],
    ['Received disconnect from x: 2: Too many authentication failures', 'authentication', 'too many keys'],
    [
      'ssh: Could not resolve hostname hv1: Name or service not known',
      'unavailable',
      'name hv1 is not known',
    ],
    [
      'ssh: connect to host hv1 port 22: Connection refused',
      'unavailable',
      'no ssh server listens on port 22',
    ],
    ['ssh: connect to host hv1 port 22: Connection timed out', 'timeout', 'does not answer'],
    ['ssh: connect to host hv1 port 22: No route to host', 'unavailable', 'no way to hv1'],
    ['Host key verification failed.', 'authentication', 'was not accepted'],
    ['Unable to negotiate with x: no matching host key type found.', 'unsupported', 'no method in common'],
    ['kex_exchange_identification: Connection closed by remote host', 'unavailable', 'closed the connection'],
    ['Bad owner or permissions on /home/me/.ssh/config', 'denied', 'configuration'],
    ['something new.', 'unavailable', 'something new'],
    ['', 'unavailable', 'without a word'],
  ])('%j', async (words, kind, message) => {
    const error = await ssh(words);
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(message);
    expect(error.hint).toBeTruthy();
  });

  it('take the name of a host as it is', async () => {
    const about = { target: target('qemu+ssh://me@hv1/system'), config: null };
    const error = await explainSsh({
      ...about,
      name: 'PORT $& REAL',
      words: 'Host key verification failed.',
    });
    expect(error.message).toContain('The host key of PORT $& REAL was not accepted');
  });

  it('say what the daemon’s side lacks', () => {
    const explain = (words: string) => explainDaemon(target('qemu+ssh://me@hv1/system'), 'lab', words, null);
    expect(explain('Cannot recv data: sh: 1: nc: not found: Connection reset')?.kind).toBe('unsupported');
    expect(
      explain("Failed to connect socket to '/var/run/libvirt/libvirt-sock': Permission denied"),
    ).toMatchObject({ kind: 'denied', remedies: [{ kind: 'read-only' }, { host: 'me@hv1' }] });
    expect(
      explain("Failed to connect socket to '/var/run/libvirt/virtqemud-sock': No such file or directory")
        ?.message,
    ).toContain('no libvirt daemon runs');
    expect(explain('something else')).toBeNull();
  });

  it('quote in their commands what a host or a URI has named', () => {
    const words = "Failed to connect socket to '/run/libvirt/libvirt-sock': Permission denied";
    const refused = explainDaemon(target('qemu+ssh://me@hv1/system'), 'lab', words, null);
    expect(refused?.remedies?.[1]).toMatchObject({ command: 'sudo usermod -aG libvirt me' });
    const strange = explainDaemon(target('qemu+ssh://a;b@hv1/system'), 'lab', words, null);
    expect(strange?.remedies?.[1]).toMatchObject({ command: "sudo usermod -aG libvirt 'a;b'" });
  });

  it('of the libraries are told apart', () => {
    const { parts } = parseUri('qemu+libssh://me@hv1/system?sshauth=privkey');
    const explain = (words: string) => explainLibrary(parts!, 'lab', words);
    const changed = explain(
      "authentication failed: !!! SSH HOST KEY VERIFICATION FAILED !!!: Identity of host 'hv1:2222' differs from stored identity. Please verify the new host key 'aa:bb' to avoid possible man in the middle attack. The key is stored in '/k'.",
    );
    expect(changed?.hostKey).toMatchObject({ host: 'hv1', offered: 'aa:bb', file: '/k' });
    expect(changed?.hint).toContain("-R '[hv1]:2222'");
    expect(explain('authentication failed: no authentication methods')?.hint).toContain('sshauth=privkey');
    expect(explain('SSH session handshake failed: Timeout')).toBeNull();
  });
});

describe('commands', () => {
  it('give output and status, and end in time', async () => {
    const result = await runCommand('sh', ['-c', 'cat; echo err >&2; exit 3'], {
      timeoutMs: 5_000,
      input: 'in',
    });
    expect(result).toEqual({ code: 3, stdout: 'in', stderr: 'err\n' });
    const late = await runCommand('sleep', ['10'], { timeoutMs: 50 });
    expect(late.code).toBeNull();
    const big = await runCommand('head', ['-c', '200000', '/dev/zero'], {
      timeoutMs: 5_000,
      maxBytes: 1_000,
    });
    expect(big.stdout).toHaveLength(1_000);
    await expect(runCommand('/nonexistent', [], { timeoutMs: 50 })).rejects.toThrow('ENOENT');
  });

  it('quote words for a shell', async () => {
    const nasty = `a'b"c $(d) \\ e\n*`;
    const { stdout } = await runCommand('sh', ['-c', `printf %s ${shellQuote(nasty)}`], { timeoutMs: 5_000 });
    expect(stdout).toBe(nasty);
  });
});

describe('Electron’s askpass', () => {
  it('is Electron itself with a switch', () => {
    expect(askpassCommand(['virtdeck', 'qemu:///system'], '/opt/virtdeck', null)).toEqual([
      '/opt/virtdeck',
      '--ozone-platform=headless',
      '--virtdeck-askpass',
    ]);
    const root = askpassCommand(['electron', '.', '--no-sandbox'], '/e', '/app');
    expect(root).toEqual(['/e', '/app', '--ozone-platform=headless', '--no-sandbox', '--virtdeck-askpass']);
    expect(isAskpass(root)).toBe(true);
    expect(isAskpass(['virtdeck'])).toBe(false);
  });
});
