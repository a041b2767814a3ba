import { ApiError, apiError } from '../../contract/index.ts';
import { shellCommand } from '../../model/index.ts';
import { type SshTarget, targetPlace } from './sshTarget.ts';

/**
 * Explains why the daemon at the other end of ssh did not answer: what libvirt reports then is what the shell, netcat
 * or virt-ssh-helper wrote there. Null: it is something else.
 *
 * @param user who signed in, where it is known
 */
export function explainDaemon(
  target: SshTarget,
  name: string,
  words: string,
  user: string | null,
): ApiError | null {
  const place = targetPlace(target);
  const who = target.user ?? user ?? 'the user';
  if (/permission denied|authentication unavailable|polkit/i.test(words)) {
    const command = shellCommand('sudo', 'usermod', '-aG', 'libvirt', who === 'the user' ? 'USER' : who);
    return new ApiError({
      kind: 'denied',
      message: `${name} let ${who} in, but ${who} may not use libvirt there.`,
      hint: `On ${name}: ${command} (then connect again). Or sign in as another user, or open it read-only.`,
      remedies: [
        { kind: 'read-only', label: 'Open it read-only' },
        { kind: 'command', label: `Add ${who} to the group libvirt on ${name}`, command, host: place },
      ],
    });
  }
  const socket =
    /'(\/[^']*-sock[^']*)': (no such file|connection refused)|unix connect failed: (no such file|connection refused)/i;
  if (socket.test(words)) {
    return apiError(
      'unavailable',
      `ssh got in to ${name}, but no libvirt daemon runs there.`,
      `On ${name}: sudo systemctl enable --now libvirtd.socket (or virtqemud.socket).`,
    );
  }
  if (/(nc|netcat|virt-ssh-helper)'?:? (command )?not found/i.test(words)) {
    return apiError(
      'unsupported',
      `${name} has neither virt-ssh-helper nor netcat, of which one is needed to reach libvirt there.`,
      `On ${name}: sudo apt install libvirt-daemon netcat-openbsd (Fedora: sudo dnf install libvirt-daemon nmap-ncat).`,
    );
  }
  if (/administratively prohibited|open failed/i.test(words)) {
    return apiError('denied', `The ssh server of ${name} does not allow what is needed to reach libvirt.`);
  }
  return null;
}
