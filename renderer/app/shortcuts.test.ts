import { describe, expect, it } from 'vitest';
import { MACHINE_TABS } from '../state/route.ts';
import { keysOf, SHORTCUTS } from './shortcuts.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>>) =>
  keysOf({ key, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held });

describe('the shortcuts of the window', () => {
  it('lead to every tab of a machine, by their order', () => {
    const labels = MACHINE_TABS.map(
      (_, index) => SHORTCUTS.find(({ keys }) => keys === press(String(index + 1), { altKey: true }))?.label,
    );
    expect(labels).toEqual(
      ['Console', 'Overview', 'Hardware', 'XML', 'History'].map((title) => `Machine: ${title}`),
    );
  });

  it('are told apart by their keys', () => {
    expect(new Set(SHORTCUTS.map(({ keys }) => keys)).size).toBe(SHORTCUTS.length);
    expect(press('f', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+F');
    expect(press('k', { metaKey: true })).toBe('Ctrl+K');
  });
});
