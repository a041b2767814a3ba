import { expect, it } from 'vitest';
import { Domain, DomainCapabilities } from '../../../../../model/index.ts';
import { chooseLaunchSecurity, encryptedState, policyProblem, setEncryptedState } from './launchSecurity.ts';

const capabilities = DomainCapabilities.parse(`<domainCapabilities><features><sev supported='yes'>
  <cbitpos>51</cbitpos><reducedPhysBits>1</reducedPhysBits></sev></features></domainCapabilities>`);

it('takes from the host what SEV needs, and puts it away again', () => {
  const domain = Domain.parse("<domain type='kvm'/>");
  chooseLaunchSecurity(domain, 'sev', capabilities);
  const { cbitpos, reducedPhysBits, policy } = domain.launchSecurity;
  expect([cbitpos, reducedPhysBits, policy]).toEqual([51, 1, '0x0003']);
  chooseLaunchSecurity(domain, 's390-pv', capabilities);
  expect(domain.toXml()).toContain("<launchSecurity type='s390-pv'/>");
  chooseLaunchSecurity(domain, null, capabilities);
  expect(domain.toXml()).not.toContain('launchSecurity');
});

it('switches the bit of encrypted state', () => {
  const domain = Domain.parse(
    "<domain type='kvm'><launchSecurity type='sev'><policy>0x0003</policy></launchSecurity></domain>",
  );
  expect(encryptedState(domain)).toBe(false);
  setEncryptedState(domain, true);
  expect([domain.launchSecurity.policy, encryptedState(domain)]).toEqual(['0x0007', true]);
  setEncryptedState(domain, false);
  expect(domain.launchSecurity.policy).toBe('0x0003');
});

it('knows numbers', () => {
  expect(policyProblem('0x7')).toBeNull();
  expect(policyProblem('all')).toBe('A number like 0x0003.');
});
