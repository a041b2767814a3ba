import { describe, expect, it, vi } from 'vitest';
import { parseUri } from '../../model/index.ts';
import type { OpenDeps } from '../hypervisor/attempt.ts';
import { permission } from './checks/permission.ts';
import type { AuthKind } from './daemonProbe.ts';
import { Patient } from './patient.ts';
import { readSurvey, type Survey } from './survey.ts';

/** What a host says of itself, and what its daemon asks for. */
function patient(uri: string, auth: AuthKind | null, lines: readonly string[], denied: string | null = null) {
  const made = new Patient({ id: 'p', uri, readOnly: false }, {} as OpenDeps);
  made.parts = parseUri(uri).parts;
  made.daemon = auth && { auth: [auth], mechanisms: [] };
  made.denied = denied;
  const survey: Survey | null = readSurvey(`${lines.join('\n')}\nvirtdeck-survey-end\tyes\n`);
  vi.spyOn(made, 'survey').mockResolvedValue(survey);
  return made;
}

const examination = { signal: new AbortController().signal, waiting: () => {} };
const judge = async (one: Patient) => {
  const found = await permission.run(one, examination);
  return { ...found, remedies: (found.remedies ?? []).map((remedy) => JSON.stringify(remedy)).join('\n') };
};
const anna = ['user\tanna', 'uid\t1000', 'groups\tanna users'];

describe('permission', () => {
  it('knows whom polkit lets in without a question', async () => {
    const member = ['user\tanna', 'uid\t1000', 'groups\tanna libvirt'];
    expect(await judge(patient('qemu:///system', 'polkit', member))).toMatchObject({ status: 'passed' });
    const root = ['user\troot', 'uid\t0', 'groups\troot'];
    expect(await judge(patient('qemu+ssh://root@lab/system', 'polkit', root))).toMatchObject({
      status: 'passed',
    });
  });

  it('says that polkit asks here, and cannot ask over ssh', async () => {
    const here = await judge(patient('qemu:///system', 'polkit', anna));
    expect(here.status).toBe('warning');
    expect(here.remedies).toContain('sudo usermod -aG libvirt anna');
    expect(here.remedies).toContain('qemu:///session');
    const there = await judge(patient('qemu+ssh://anna@lab/system', 'polkit', anna));
    expect(there.status).toBe('failed');
    expect(there.remedies).toContain('"host":"anna@lab"');
    expect(there.remedies).toContain('read-only');
    expect(there.remedies).not.toContain('qemu:///session');
  });

  it('names the group of a socket that is closed, and quotes what is no name', async () => {
    const socket = '/run/libvirt/libvirt-sock';
    const lines = [...anna, `socket.${socket}\tno root:virt 770`, `socket.${socket}-ro\tyes root:root 777`];
    const closed = await judge(patient('qemu:///system', null, lines, socket));
    expect(closed.message).toContain('open only to its group, virt');
    expect(closed.remedies).toContain('sudo usermod -aG virt anna');
    expect(closed.remedies).toContain('read-only');
    const hostile = ['user\tx; reboot', 'uid\t1', 'groups\tx'];
    const told = await judge(patient('qemu+ssh://lab/system', 'polkit', hostile));
    expect(told.remedies).toContain("usermod -aG libvirt 'x; reboot'");
  });

  it('warns of a daemon that lets everybody in over TCP', async () => {
    expect(await judge(patient('qemu+tcp://lab/system', 'none', []))).toMatchObject({ status: 'warning' });
    expect(await judge(patient('qemu+tls://lab/system', 'none', []))).toMatchObject({ status: 'passed' });
  });
});
