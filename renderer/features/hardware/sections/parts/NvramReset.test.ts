import { expect, it } from 'vitest';
import { reasonAgainst } from './NvramReset.tsx';

it('starts with a reset NVRAM only what is off, has no saved state and nothing to apply', () => {
  const off = { id: null, managedSave: false };
  expect(reasonAgainst(off, false)).toBeNull();
  expect(reasonAgainst(off, true)).toBe('Apply or discard the changes first.');
  expect(reasonAgainst({ ...off, id: 3 }, false)).toBe('It runs: this can be done at its next start.');
  expect(reasonAgainst({ ...off, managedSave: true }, false)).toMatch('saved state');
  expect(reasonAgainst(undefined, false)).toMatch('not known');
});
