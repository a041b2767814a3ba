import { describe, expect, it } from 'vitest';
import { isDeletion } from './lifecycle.ts';

const off = { id: null, persistent: true, reason: 'shutdown' };
const running = { id: 3, persistent: true, reason: 'booted' };
const UNDEFINED = 1;
const STOPPED = 5;

describe('isDeletion', () => {
  it.each([
    ['the definition of one that is off is removed', UNDEFINED, 0, off, true],
    ['it is only renamed', UNDEFINED, 1, off, false],
    ['one that runs loses its definition', UNDEFINED, 0, running, false],
    ['and ends', STOPPED, 0, { ...running, persistent: false }, true],
    ['what a migration has left behind is removed', UNDEFINED, 0, { ...off, reason: 'migrated' }, false],
    ['one without a definition migrates', STOPPED, 3, { ...running, persistent: false }, false],
    ['or is saved to a file', STOPPED, 4, { ...running, persistent: false }, false],
    ['one with a definition ends', STOPPED, 1, running, false],
    ['something that libvirt may say one day', 99, 0, off, false],
  ])('%s', (_what, type, detail, row, deleted) => {
    expect(isDeletion(type, detail, row)).toBe(deleted);
  });
});
