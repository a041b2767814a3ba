import { expect, it } from 'vitest';
import { Domain } from '../../../../../model/index.ts';
import { ENLIGHTENMENTS, switchUsual, usualOnes } from './hyperv.ts';

it('switches on the usual enlightenments that the host has, and leaves what is said', () => {
  const domain = Domain.parse(
    "<domain type='kvm'><features><hyperv><vapic state='off'/></hyperv></features></domain>",
  );
  switchUsual(domain, ['relaxed', 'vapic', 'spinlocks', 'reset']);
  const { hyperv } = domain.features;
  expect([
    hyperv.mode,
    hyperv.relaxed,
    hyperv.vapic,
    hyperv.spinlocks,
    hyperv.spinlockRetries,
    hyperv.reset,
  ]).toEqual(['custom', true, false, true, 8191, null]);
  expect(usualOnes(hyperv, ['relaxed', 'vapic'])).toEqual([]);
});

it('names each enlightenment once', () => {
  expect(new Set(ENLIGHTENMENTS.map(({ name }) => name)).size).toBe(ENLIGHTENMENTS.length);
});
