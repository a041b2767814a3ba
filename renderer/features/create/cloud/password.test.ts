import { expect, it } from 'vitest';
import { newPassword } from './password.ts';

it('makes long passwords without letters that look alike', () => {
  const made = new Set(Array.from({ length: 200 }, newPassword));
  expect(made.size).toBe(200);
  for (const password of made) expect(password).toMatch(/^[a-km-zA-HJ-NP-Z2-9]{20}$/);
});
