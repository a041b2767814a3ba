import type { Domain, DomainCapabilities } from '../../../../../model/index.ts';

/** Kinds of protection of the guest's memory, in words. */
export const LAUNCH_WORDS: Readonly<Record<string, string>> = {
  sev: 'AMD SEV',
  'sev-snp': 'AMD SEV-SNP',
  tdx: 'Intel TDX',
  's390-pv': 'IBM Secure Execution',
};

/** The bit of AMD's policy that encrypts the state of the processors too. */
const ENCRYPTED_STATE = 0x4;
const USUAL_POLICY: Readonly<Record<string, string>> = {
  sev: '0x0003',
  'sev-snp': '0x00030000',
  tdx: '0x10000001',
};

/** Chooses a kind. What was said of another goes. */
export function chooseLaunchSecurity(
  domain: Domain,
  type: string | null,
  capabilities: DomainCapabilities,
): void {
  domain.launchSecurity.clear();
  if (type === null) return;
  const { launchSecurity } = domain;
  Reflect.set(launchSecurity, 'type', type);
  if (type === 'sev' || type === 'sev-snp') {
    launchSecurity.cbitpos = capabilities.sevCbitpos;
    launchSecurity.reducedPhysBits = capabilities.sevReducedPhysBits;
  }
  launchSecurity.policy = USUAL_POLICY[type] ?? null;
}

/** Whether SEV's policy asks for encrypted processor state (SEV-ES). */
export function encryptedState({ launchSecurity: { policy } }: Domain): boolean {
  const bits = Number(policy ?? '0');
  return Number.isSafeInteger(bits) && (bits & ENCRYPTED_STATE) !== 0;
}

/** Has SEV’s policy ask for encrypted processor state (SEV-ES), or not; one that is no number stays as it is. */
export function setEncryptedState(domain: Domain, on: boolean): void {
  const { launchSecurity } = domain;
  const bits = Number(launchSecurity.policy ?? USUAL_POLICY.sev);
  if (!Number.isSafeInteger(bits)) return;
  const next = on ? bits | ENCRYPTED_STATE : bits & ~ENCRYPTED_STATE;
  launchSecurity.policy = `0x${next.toString(16).padStart(4, '0')}`;
}

/** What is wrong with a policy; null: nothing. */
export function policyProblem(text: string): string | null {
  return /^(?:0x[0-9a-fA-F]{1,16}|\d+)$/.test(text) ? null : 'A number like 0x0003.';
}
