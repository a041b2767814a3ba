import { expect, it } from 'vitest';
import type { ConsoleInfo } from '../../../contract/index.ts';
import { firstChoice, withRefusalsOf } from './useConsoleList.ts';

const info = (key: string, refusal: string | null, instead: ConsoleInfo['instead'] = null): ConsoleInfo => ({
  kind: 'graphics',
  key,
  type: instead ? 'spice' : 'vnc',
  title: `Display ${key}`,
  refusal,
  notes: [],
  screens: 1,
  instead,
  input: null,
});

it('keeps what was known of consoles when the machine goes off, and why others are never shown', () => {
  const off = 'The machine is not running.';
  const spice = info('2', 'Virtdeck shows VNC displays.', { viewer: off, addVnc: null });
  const now = [info('0', off), info('1', off), spice];
  const before = [info('0', null), info('1', 'It cannot be reached.')];
  expect(withRefusalsOf(before, now).map(({ refusal }) => refusal)).toEqual([
    null,
    'It cannot be reached.',
    'Virtdeck shows VNC displays.',
  ]);
});

it('shows a display first, also one that only says where it can be seen', () => {
  const spice = info('0', 'Virtdeck shows VNC displays.', { viewer: null, addVnc: null });
  const far = info('1', 'It cannot be reached.');
  const vnc = info('2', null);
  const serial: ConsoleInfo = { ...info('serial0', null), kind: 'text', type: 'serial' };
  expect(firstChoice([spice, vnc, serial])).toBe(vnc);
  expect(firstChoice([spice, serial])).toBe(spice);
  expect(firstChoice([far, serial])).toBe(serial);
  expect(firstChoice([far])).toBe(far);
  expect(firstChoice([])).toBeUndefined();
});
