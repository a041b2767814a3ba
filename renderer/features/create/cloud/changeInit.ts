import type { CloudInitDraft } from '../draft/draft.ts';
import type { CloudUserDraft } from '../draft/parts.ts';
import { change, useWizard } from '../wizardStore.ts';

/** Changes answers for cloud-init. */
export function changeInit(part: Partial<CloudInitDraft>): void {
  const { init } = useWizard.getState().draft.cloud;
  change('cloud', { init: { ...init, ...part } });
}

/** Changes answers about one user. */
export function changeUser(key: number, part: Partial<CloudUserDraft>): void {
  const { users } = useWizard.getState().draft.cloud.init;
  changeInit({ users: users.map((user) => (user.key === key ? { ...user, ...part } : user)) });
}

/** A line more with public keys; none twice. */
export function withKey(keys: string, key: string): string {
  const lines = keys.split('\n').filter((line) => line.trim() !== '');
  return lines.includes(key) ? keys : [...lines, key].join('\n');
}
