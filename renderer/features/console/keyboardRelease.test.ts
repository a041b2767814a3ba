import { expect, it } from 'vitest';
import { createKeyboardRelease } from './keyboardRelease.ts';

function press(...steps: [type: 'keydown' | 'keyup', key: string, ctrl: boolean, alt: boolean][]): number {
  let released = 0;
  const onKey = createKeyboardRelease(() => {
    released += 1;
  });
  for (const [type, key, ctrlKey, altKey] of steps) onKey({ type, key, ctrlKey, altKey });
  return released;
}

it('releases once both keys are up', () => {
  const down = [
    ['keydown', 'Control', true, false],
    ['keydown', 'Alt', true, true],
  ] as const;
  expect(press([...down[0]], [...down[1]], ['keyup', 'Alt', true, false])).toBe(0);
  expect(
    press([...down[0]], [...down[1]], ['keyup', 'Alt', true, false], ['keyup', 'Control', false, false]),
  ).toBe(1);
});

it('leaves Ctrl+Alt+F1 and single modifiers to the guest', () => {
  expect(
    press(
      ['keydown', 'Control', true, false],
      ['keydown', 'Alt', true, true],
      ['keydown', 'F1', true, true],
      ['keyup', 'F1', true, true],
      ['keyup', 'Alt', true, false],
      ['keyup', 'Control', false, false],
    ),
  ).toBe(0);
  expect(press(['keydown', 'Control', true, false], ['keyup', 'Control', false, false])).toBe(0);
});
