import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiError } from '../../contract/index.ts';
import { explainLocal } from '../../main/remote/localRefusal.ts';
import { parseUri } from '../../model/index.ts';
import { whyNoLab } from './lab/requirements.ts';
import { describeLab } from './vitest.ts';

/** Seen on the host itself: its daemon, its polkit, its users. */
describeLab('connecting on the same machine', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  const as = (user: string, flags = '') =>
    hv1().execAny(
      `setpriv --reuid ${user} --regid ${user} --init-groups virsh -q ${flags} -c qemu:///system hostname`,
    );

  /** How Virtdeck explains to a user of the host what virsh was told there. */
  async function explained(user: string, readOnly = false): Promise<ApiError | null> {
    const { code, stderr } = await as(user, readOnly ? '-r' : '');
    expect(code).toBe(1);
    const { parts } = parseUri('qemu:///system');
    const words = stderr.replace(/^error: (failed to connect to the hypervisor)?\s*/gm, '');
    return explainLocal({ parts: parts!, readOnly, words }, { root: hv1().folder, user });
  }

  const remedy = (error: ApiError | null, kind: string) => error?.remedies?.find((one) => one.kind === kind);

  describe('where the socket has a group', () => {
    it('names the group, and it is the right one', async () => {
      const error = await explained('nobodyhere');
      expect(error).toMatchObject({ kind: 'denied', message: expect.stringContaining('the group libvirt') });
      expect(error?.remedies?.map((one) => one.kind)).toEqual(['read-only', 'uri', 'command']);
      const command = remedy(error, 'command');
      if (command?.kind !== 'command') throw new Error('no command');
      expect(command.command).toBe('sudo usermod -aG libvirt nobodyhere');
      await hv1().exec(command.command.replace('sudo ', ''));
      expect((await as('nobodyhere')).stdout.trim()).toBe('hv1');
      await hv1().exec('gpasswd -d nobodyhere libvirt');
    });

    it('says that one has to log in again where the group is there already', async () => {
      const { stderr } = await as('nobodyhere');
      const { parts } = parseUri('qemu:///system');
      const machine = { root: hv1().folder, user: 'admin' };
      const error = await explainLocal({ parts: parts!, readOnly: false, words: stderr }, machine);
      expect(error?.hint).toContain('log out and in again');
      expect(remedy(error, 'command')).toBeUndefined();
    });

    it('offers no read-only way to one who is read-only', async () => {
      const error = await explained('nobodyhere', true);
      expect(remedy(error, 'read-only')).toBeUndefined();
      expect(error?.message).toContain('look at');
    });
  });

  describe('where polkit decides', () => {
    beforeAll(async () => {
      await hv1().daemons.configure({
        auth_unix_rw: 'polkit',
        auth_unix_ro: 'polkit',
        unix_sock_rw_perms: '0777',
        unix_sock_ro_perms: '0777',
      });
    });
    afterAll(async () => {
      if (!whyNoLab()) await hv1().exec('rm -f /etc/polkit-1/rules.d/50-virtdeck-libvirt.rules');
    });

    it('says that it does not run', async () => {
      expect((await explained('nobodyhere'))?.message).toContain('does not run');
    });

    it('says that no agent is there, and offers a rule that works', async () => {
      await hv1().exec('mkdir -p /run/dbus; dbus-daemon --system --fork');
      await hv1().exec('/usr/lib/polkit-1/polkitd --no-debug >/tmp/polkit.log 2>&1 & sleep 1');
      await hv1().daemons.restart('libvirtd');
      expect((await as('nobodyhere', '-r')).code).toBe(0);
      const error = await explained('nobodyhere');
      expect(error?.message).toContain('no agent of the desktop');
      expect(error?.remedies?.map((one) => one.kind)).toEqual(['read-only', 'uri', 'command', 'file']);
      const rule = remedy(error, 'file');
      if (rule?.kind !== 'file') throw new Error('no rule');
      await hv1().exec(`cat >${rule.path}; sleep 1`, { input: rule.text });
      expect((await as('nobodyhere')).stdout.trim()).toBe('hv1');
      expect((await as('viewer')).code).toBe(1);
    });
  });

  it('takes nothing else for a refusal', async () => {
    const { parts } = parseUri('qemu:///system');
    const words = "Failed to connect socket to '/run/libvirt/libvirt-sock': No such file or directory";
    expect(await explainLocal({ parts: parts!, readOnly: false, words })).toBeNull();
  });
});
