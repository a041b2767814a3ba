import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duplexPair } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseUri, type UriParts } from '../../model/index.ts';
import { talksToSockets } from './checks/helper.ts';
import { askDaemon, call, NotADaemon } from './daemonProbe.ts';
import { kvmAbsent } from './kvmAbsent.ts';
import { missingMechanisms } from './sasl.ts';
import { readSurvey, type Survey, surveyScript } from './survey.ts';
import { familyOf, idsOf, install } from './systems.ts';

describe('familyOf', () => {
  it.each([
    ['ID=debian', 'debian'],
    ['ID=ubuntu\nID_LIKE=debian', 'debian'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"', 'fedora'],
    ['NAME="x"\nID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"', 'suse'],
    ['ID=manjaro\nID_LIKE=arch', 'arch'],
    ['ID=nixos', null],
    ['', null],
  ])('reads %j', (text, family) => expect(familyOf(idsOf(text))).toBe(family));

  it('gives the command of a known system, or those of all', () => {
    const packages = { debian: 'a', fedora: 'b', suse: 'c', arch: 'd' };
    expect(install('fedora', 'Install it', packages, 'lab')).toEqual([
      { kind: 'command', label: 'Install it', command: 'sudo dnf install b', host: 'lab' },
    ]);
    expect(install(null, 'Install it', packages).map((one) => 'command' in one && one.command)).toEqual([
      'sudo apt install a',
      'sudo dnf install b',
      'sudo zypper install c',
      'sudo pacman -S d',
    ]);
  });
});

describe('survey', () => {
  it('is printed by every shell there is, and read back', () => {
    const odd = "/run/it's here; $(touch x)/sock";
    for (const shell of ['sh', 'bash', 'dash']) {
      const output = execFileSync(shell, ['-s'], { input: surveyScript([odd, '$RUN/x']), encoding: 'utf8' });
      const survey = readSurvey(output);
      expect(survey).toMatchObject({ sockets: [], user: expect.stringMatching(/./) });
      expect(survey?.arch).toMatch(/^\w+$/);
    }
  });

  it('reads sockets, units and programs', () => {
    const lines = [
      'os\tfedora ',
      'user\tanna',
      'uid\t1000',
      'groups\tanna wheel libvirt',
      'socket./run/libvirt/virtqemud-sock\tyes root:root 666',
      'socket./run/libvirt/libvirt-sock\tno ',
      'unit.virtqemud.socket\tLoadState=loaded ActiveState=active UnitFileState=enabled',
      'program.virt-ssh-helper\t/usr/bin/virt-ssh-helper',
      'kvm.node\troot:kvm 666',
      'kvm.extension\tsvm',
      'virtdeck-survey-end\tyes',
    ];
    const survey = readSurvey(`a greeting\n${lines.join('\n')}\n`);
    expect(survey).toMatchObject({
      family: 'fedora',
      root: false,
      groups: ['anna', 'wheel', 'libvirt'],
      sockets: [
        { path: '/run/libvirt/virtqemud-sock', writable: true, owner: 'root:root 666' },
        { path: '/run/libvirt/libvirt-sock', writable: false, owner: '' },
      ],
      kvm: { node: 'root:kvm 666', opens: false, extension: 'svm', guest: false },
    });
    expect(survey?.units.get('virtqemud.socket')).toEqual({ active: 'active', enabled: 'enabled' });
    expect(survey?.programs.get('virt-ssh-helper')).toBe('/usr/bin/virt-ssh-helper');
  });

  it('is none when it was cut short, or somebody else answered', () => {
    expect(readSurvey('os\tdebian\nuser\troot\n')).toBeNull();
    expect(readSurvey('This account may not run commands.\n')).toBeNull();
  });
});

describe('talksToSockets', () => {
  it.each([
    ['OpenBSD netcat (Debian patchlevel 1.219-1) usage: nc [-46CDdFhklNnrStUuvZz] [-I length]', true],
    ['Ncat 7.93 Usage: ncat [options] -4 Use IPv4 only -U, --unixsock Use Unix domain sockets only', true],
    ['[v1.10-47] connect to somewhere: nc [-options] hostname port[s] -u UDP mode -v verbose', false],
    ['BusyBox v1.36 Usage: nc [OPTIONS] HOST PORT - connect nc -l -u UDP mode', false],
    ['', false],
  ])('judges %j', (help, talks) => expect(talksToSockets(help)).toBe(talks));
});

function reply(procedure: number, payload: Buffer, status = 0): Buffer {
  const bytes = Buffer.concat([call(procedure, 0), payload]);
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.writeUInt32BE(1, 16);
  bytes.writeUInt32BE(status, 24);
  return bytes;
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

describe('askDaemon', () => {
  const patience = () => AbortSignal.timeout(2_000);

  it('asks for mechanisms where the daemon wants SASL, in whatever pieces answers come', async () => {
    const [near, far] = duplexPair();
    const asked: number[] = [];
    far.on('data', (bytes: Buffer) => {
      asked.push(bytes.readUInt32BE(12));
      const mechanisms = Buffer.concat([words(24), Buffer.from('SCRAM-SHA-256,DIGEST-MD5')]);
      const answer = asked.length === 1 ? reply(66, words(1, 1)) : reply(67, mechanisms);
      for (const byte of answer) far.write(Buffer.of(byte));
    });
    expect(await askDaemon(near, patience())).toEqual({
      auth: ['sasl'],
      mechanisms: ['SCRAM-SHA-256', 'DIGEST-MD5'],
    });
    expect(asked).toEqual([66, 67]);
  });

  it('knows polkit, nothing, and kinds to come', async () => {
    const [near, far] = duplexPair();
    far.once('data', () => far.write(reply(66, words(3, 2, 0, 9))));
    expect((await askDaemon(near, patience())).auth).toEqual(['polkit', 'none', 'unknown']);
  });

  it.each([
    ['another protocol', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n<html>Bad Request</html>')],
    ['a length that is none', words(3)],
    ['a huge length', words(0x7fffffff)],
    ['a list that is longer than itself', reply(66, words(4_000))],
    ['a call instead of an answer', call(66, 0)],
  ])('refuses %s', async (_what, bytes) => {
    const [near, far] = duplexPair();
    far.once('data', () => far.write(bytes));
    await expect(askDaemon(near, patience())).rejects.toThrow(NotADaemon);
  });

  it('says that it was refused, cut off, or left without an answer', async () => {
    const [near, far] = duplexPair();
    far.once('data', () => far.write(reply(66, Buffer.alloc(0), 1)));
    await expect(askDaemon(near, patience())).rejects.toThrow('refuses');
    const [other, end] = duplexPair();
    end.once('data', () => end.end());
    await expect(askDaemon(other, patience())).rejects.toThrow('closed the connection');
    const [silent] = duplexPair();
    await expect(askDaemon(silent, AbortSignal.timeout(50))).rejects.toThrow('does not answer');
  });
});

describe('kvmAbsent', () => {
  const parts: UriParts | null = parseUri('qemu+ssh://root@lab/system').parts;
  const machine = (kvm: Partial<Survey['kvm']>, arch = 'x86_64'): Survey => ({
    family: null,
    system: '',
    user: 'root',
    root: true,
    groups: [],
    arch,
    systemd: true,
    programs: new Map(),
    netcat: '',
    sockets: [],
    units: new Map(),
    kvm: { node: null, opens: false, extension: null, guest: false, platform: '', modules: [], ...kvm },
  });
  const told = { refusal: null, facts: [] };
  const judge = (survey: Survey | null) => {
    const found = kvmAbsent({ place: 'root@lab', parts }, survey, told);
    expect(found.status).toBe('warning');
    return [found.message, found.hint, ...(found.remedies ?? []).map((one) => JSON.stringify(one))].join(
      '\n',
    );
  };

  it('says what is in the way, and how to mend it', () => {
    expect(judge(null)).toContain('virt-host-validate qemu');
    expect(judge(machine({}))).toContain('setup of the firmware');
    expect(judge(machine({ guest: true, platform: 'vmware' }))).toContain(
      'below (vmware) has to allow nested',
    );
    expect(judge(machine({ extension: 'svm' }))).toContain('sudo modprobe kvm_amd');
    expect(judge(machine({ extension: 'vmx' }))).toContain('sudo modprobe kvm_intel');
    expect(judge(machine({}, 'aarch64'))).toContain('sudo modprobe kvm"');
    expect(judge(machine({ node: 'root:kvm 660' }))).toContain(
      'capabilities && sudo systemctl restart libvirtd',
    );
  });
});

describe('missingMechanisms', () => {
  it('compares what is offered with the plug-ins that are here', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'virtdeck-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(await missingMechanisms(['SCRAM-SHA-256'], [folder])).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('SCRAM-SHA-256'),
    });
    writeFileSync(join(folder, 'libscram.so.2.0.25'), '');
    expect(await missingMechanisms(['GSSAPI', 'SCRAM-SHA-256'], [folder, '/nowhere'])).toMatchObject({
      status: 'passed',
    });
  });
});
