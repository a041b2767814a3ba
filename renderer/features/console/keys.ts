/** A key as the RFB protocol and QEMU's extension of it name it. */
export interface GuestKey {
  /** X11 keysym. */
  readonly keysym: number;
  /** UI Events code, from which noVNC finds the scan code. */
  readonly code: string;
}

/** Keys pressed together, and what that is called. */
export interface KeyCombination {
  readonly label: string;
  readonly keys: readonly GuestKey[];
}

const CTRL: GuestKey = { keysym: 0xffe3, code: 'ControlLeft' };
const ALT: GuestKey = { keysym: 0xffe9, code: 'AltLeft' };
const SHIFT: GuestKey = { keysym: 0xffe1, code: 'ShiftLeft' };
const functionKey = (n: number): GuestKey => ({ keysym: 0xffbd + n, code: `F${String(n)}` });
const FUNCTION_KEYS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Combinations that this machine would keep for itself, and function keys. */
export const KEY_COMBINATIONS: readonly (readonly KeyCombination[])[] = [
  [
    { label: 'Ctrl+Alt+Delete', keys: [CTRL, ALT, { keysym: 0xffff, code: 'Delete' }] },
    { label: 'Ctrl+Alt+Backspace', keys: [CTRL, ALT, { keysym: 0xff08, code: 'Backspace' }] },
    {
      label: 'Ctrl+Alt+Shift+Escape',
      keys: [CTRL, ALT, SHIFT, { keysym: 0xff1b, code: 'Escape' }],
    },
    { label: 'Ctrl+Shift+Escape', keys: [CTRL, SHIFT, { keysym: 0xff1b, code: 'Escape' }] },
    { label: 'Alt+F4', keys: [ALT, functionKey(4)] },
    { label: 'Alt+Tab', keys: [ALT, { keysym: 0xff09, code: 'Tab' }] },
    { label: 'Print Screen', keys: [{ keysym: 0xff61, code: 'PrintScreen' }] },
    { label: 'Alt+Print Screen (SysRq)', keys: [ALT, { keysym: 0xff61, code: 'PrintScreen' }] },
    { label: 'Menu', keys: [{ keysym: 0xff67, code: 'ContextMenu' }] },
    { label: 'Windows', keys: [{ keysym: 0xffeb, code: 'MetaLeft' }] },
  ],
  FUNCTION_KEYS.map((n) => ({ label: `Ctrl+Alt+F${String(n)}`, keys: [CTRL, ALT, functionKey(n)] })),
  FUNCTION_KEYS.map((n) => ({ label: `F${String(n)}`, keys: [functionKey(n)] })),
];

/** QEMU has no keys for more screens. */
export const MAX_SCREENS = 9;

/** What QEMU takes, instead of the guest, as the wish to see another screen of the machine (from 1). */
export function screenKeys(screen: number): readonly GuestKey[] {
  return [CTRL, ALT, { keysym: 0x30 + screen, code: `Digit${String(screen)}` }];
}

/** Presses the keys in order and lets them go in the opposite order. */
export function pressKeys(
  keys: readonly GuestKey[],
  send: (keysym: number, code: string, down: boolean) => void,
): void {
  for (const { keysym, code } of keys) send(keysym, code, true);
  for (const { keysym, code } of [...keys].reverse()) send(keysym, code, false);
}

/** The keysym that types a character: Latin 1 is its own code, the rest follows X11's rule for Unicode. */
export function keysymOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\n' || character === '\r') return 0xff0d;
  if (character === '\t') return 0xff09;
  if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff)) return code;
  return 0x01000000 + code;
}
