import { Draft, emptyDraft } from '../draft/draft.ts';

/** Texts that may hold a secret although their field is not one: passwords, tokens, private keys, user:password@ of addresses. */
const SUSPICIOUS =
  /passw|passphrase|secret|token|PRIVATE KEY|chpasswd|\$[1-9a-z]{1,8}\$|:\/\/[^/\s@]*:[^/\s]*@/i;

export interface Kept {
  readonly answers: Record<string, unknown>;
  /** What was left out, in words. */
  readonly leftOut: readonly string[];
}

/**
 * The answers as they are kept under a name: without secrets, and without what belongs to one machine: its name, its
 * addresses, the definition edited by hand.
 */
export function answersOf(draft: Draft): Kept {
  const leftOut: string[] = [];
  const text = (value: string, what: string) => {
    if (!SUSPICIOUS.test(value)) return value;
    leftOut.push(what);
    return '';
  };
  const { cloud, unattended } = draft;
  const { init } = cloud;
  if (init.users.some(({ password }) => password !== '')) leftOut.push('passwords of users');
  if (unattended.adminPassword || unattended.userPassword) {
    leftOut.push('passwords of the unattended installation');
  }
  if (unattended.productKey) leftOut.push('the product key');
  const kept: Draft = {
    ...draft,
    how: { ...draft.how, connection: null },
    kernel: {
      ...draft.kernel,
      kernel: { ...draft.kernel.kernel, url: text(draft.kernel.kernel.url, 'the kernel’s address') },
      initrd: { ...draft.kernel.initrd, url: text(draft.kernel.initrd.url, 'the initrd’s address') },
      arguments: text(draft.kernel.arguments, 'the kernel’s arguments'),
    },
    tree: {
      location: text(draft.tree.location, 'the tree’s address'),
      arguments: text(draft.tree.arguments, 'the installer’s arguments'),
    },
    cloud: {
      ...cloud,
      init: {
        ...init,
        users: init.users.map((user) => ({ ...user, password: '' })),
        commands: text(init.commands, 'the commands of cloud-init'),
        userData: text(init.userData, 'the user-data'),
        metaData: text(init.metaData, 'the meta-data'),
        networkConfig: text(init.networkConfig, 'the network-config'),
      },
    },
    unattended: { ...unattended, adminPassword: '', userPassword: '', productKey: '' },
    // Two machines with one address would disturb each other.
    cards: draft.cards.map((card) => ({ ...card, mac: '' })),
    review: emptyDraft().review,
  };
  return { answers: { ...kept }, leftOut };
}

/**
 * A draft from kept answers, on a host. What does not fit, as from another version, has its first value.
 */
export function draftFrom(answers: Readonly<Record<string, unknown>>, connection: string | null): Draft {
  const draft = Draft.parse(answers);
  return { ...draft, how: { ...draft.how, connection } };
}
