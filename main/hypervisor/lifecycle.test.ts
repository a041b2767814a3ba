import { describe, expect, it } from 'vitest';
import { wasDeleted } from './lifecycle.ts';

const off = { id: null, persistent: true, reason: 'shutdown' };
const running = { id: 3, persistent: true, reason: 'booted' };
const transient = { id: 3, persistent: false, reason: 'booted' };

describe('wasDeleted', () => {
  it.each([
    ['one that was off', off, true],
    ['one that was off and had a saved state', { ...off, reason: 'saved' }, true],
    ['one that was ended and forgotten at once', running, true],
    ['one without a definition that ended', { ...transient, id: null, reason: 'crashed' }, true],
    ['one without a definition, before its end was told', transient, true],
    ['what a migration has left behind', { ...off, reason: 'migrated' }, false],
    ['one that has migrated', { ...transient, id: null, reason: 'migrated' }, false],
    ['one that migrates, before its end was told', { ...running, reason: 'migration' }, false],
    ['one without a definition that was saved to a file', { ...transient, id: null, reason: 'saved' }, false],
  ])('%s', (_what, row, deleted) => {
    expect(wasDeleted(row)).toBe(deleted);
  });
});
