/**
 * A keyboard layout: what each key types alone, with Shift, with AltGr, and with both; a row of the keyboard in each
 * string, the keys in the order of KEY_ROWS. A space stands for a key that types nothing, a combining accent for a dead
 * key. `more` are keys that only this layout has, and single characters beside the rows, as code -> levels.
 */
export interface LayoutTable {
  readonly label: string;
  readonly plain: readonly [string, string, string, string];
  readonly shift: readonly [string, string, string, string];
  /** By code: what AltGr types, and AltGr with Shift. */
  readonly altGr: string;
  readonly more?: Readonly<Record<string, readonly [string, string]>>;
}

const codes = (text: string) => text.split(' ');

/** Codes of the keys (UI Events) in the rows. */
export const KEY_ROWS: readonly (readonly string[])[] = [
  codes('Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal'),
  codes('KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight'),
  codes('KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backslash'),
  codes('IntlBackslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash'),
];

const GRAVE = '\u0300';
const ACUTE = '\u0301';
const CIRCUMFLEX = '\u0302';
const TILDE = '\u0303';
const DIAERESIS = '\u0308';

/** Layouts that guests have, by their X11 names. AltGr: "code character" and so on. */
export const LAYOUT_TABLES: Readonly<Record<string, LayoutTable>> = {
  us: {
    label: 'English (US)',
    plain: ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'\\", ' zxcvbnm,./'],
    shift: ['~!@#$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:"|', ' ZXCVBNM<>?'],
    altGr: '',
  },
  gb: {
    label: 'English (UK)',
    plain: ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'#", '\\zxcvbnm,./'],
    shift: ['¬!"£$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:@~', '|ZXCVBNM<>?'],
    altGr: 'Digit4 €',
  },
  de: {
    label: 'German',
    plain: [`${CIRCUMFLEX}1234567890ß${ACUTE}`, 'qwertzuiopü+', 'asdfghjklöä#', '<yxcvbnm,.-'],
    shift: [`°!"§$%&/()=?${GRAVE}`, 'QWERTZUIOPÜ*', "ASDFGHJKLÖÄ'", '>YXCVBNM;:_'],
    altGr:
      'Digit2 ² Digit3 ³ Digit7 { Digit8 [ Digit9 ] Digit0 } Minus \\ KeyQ @ KeyE € BracketRight ~ IntlBackslash | KeyM µ',
  },
  'de-nodeadkeys': {
    label: 'German (no dead keys)',
    plain: ['^1234567890ß´', 'qwertzuiopü+', 'asdfghjklöä#', '<yxcvbnm,.-'],
    shift: ['°!"§$%&/()=?`', 'QWERTZUIOPÜ*', "ASDFGHJKLÖÄ'", '>YXCVBNM;:_'],
    altGr:
      'Digit2 ² Digit3 ³ Digit7 { Digit8 [ Digit9 ] Digit0 } Minus \\ KeyQ @ KeyE € BracketRight ~ IntlBackslash | KeyM µ',
  },
  ch: {
    label: 'German (Switzerland)',
    plain: [`§1234567890'${CIRCUMFLEX}`, `qwertzuiopü${DIAERESIS}`, 'asdfghjklöä$', '<yxcvbnm,.-'],
    shift: [`°+"*ç%&/()=?${GRAVE}`, 'QWERTZUIOPè!', 'ASDFGHJKLéà£', '>YXCVBNM;:_'],
    altGr: `Digit2 @ Digit3 # Digit6 ¬ Digit7 | Digit8 ¢ Minus ${ACUTE} Equal ${TILDE} KeyE € BracketLeft [ BracketRight ] Quote { Backslash } IntlBackslash \\`,
  },
  fr: {
    label: 'French',
    plain: ['²&é"\'(-è_çà)=', `azertyuiop${CIRCUMFLEX}$`, 'qsdfghjklmù*', '<wxcvbn,;:!'],
    shift: [' 1234567890°+', `AZERTYUIOP${DIAERESIS}£`, 'QSDFGHJKLM%µ', '>WXCVBN?./§'],
    altGr:
      'Digit2 ~ Digit3 # Digit4 { Digit5 [ Digit6 | Digit7 ` Digit8 \\ Digit9 ^ Digit0 @ Minus ] Equal } KeyE €',
  },
  be: {
    label: 'Belgian',
    plain: ['²&é"\'(§è!çà)-', `azertyuiop${CIRCUMFLEX}$`, 'qsdfghjklmùµ', '<wxcvbn,;:='],
    shift: ['³1234567890°_', `AZERTYUIOP${DIAERESIS}*`, 'QSDFGHJKLM%£', '>WXCVBN?./+'],
    altGr: `Digit1 | Digit2 @ Digit3 # Digit6 ^ Digit9 { Digit0 } KeyE € BracketLeft [ BracketRight ] Quote ${ACUTE} Backslash ${GRAVE} IntlBackslash \\ Slash ~`,
  },
  es: {
    label: 'Spanish',
    plain: ["º1234567890'¡", `qwertyuiop${GRAVE}+`, `asdfghjklñ${ACUTE}ç`, '<zxcvbnm,.-'],
    shift: ['ª!"·$%&/()=?¿', `QWERTYUIOP${CIRCUMFLEX}*`, `ASDFGHJKLÑ${DIAERESIS}Ç`, '>ZXCVBNM;:_'],
    altGr:
      'Backquote \\ Digit1 | Digit2 @ Digit3 # Digit4 ~ Digit6 ¬ KeyE € BracketLeft [ BracketRight ] Quote { Backslash }',
  },
  it: {
    label: 'Italian',
    plain: ["\\1234567890'ì", 'qwertyuiopè+', 'asdfghjklòàù', '<zxcvbnm,.-'],
    shift: ['|!"£$%&/()=?^', 'QWERTYUIOPé*', 'ASDFGHJKLç°§', '>ZXCVBNM;:_'],
    altGr: 'Minus ` Equal ~ KeyE € BracketLeft [{ BracketRight ]} Semicolon @ Quote #',
  },
  pt: {
    label: 'Portuguese',
    plain: ["\\1234567890'«", `qwertyuiop+${ACUTE}`, `asdfghjklçº${TILDE}`, '<zxcvbnm,.-'],
    shift: ['|!"#$%&/()=?»', `QWERTYUIOP*${GRAVE}`, `ASDFGHJKLÇª${CIRCUMFLEX}`, '>ZXCVBNM;:_'],
    altGr: `Digit2 @ Digit3 £ Digit4 § Digit7 { Digit8 [ Digit9 ] Digit0 } KeyE € BracketLeft ${DIAERESIS}`,
  },
  br: {
    label: 'Portuguese (Brazil)',
    plain: ["'1234567890-=", `qwertyuiop${ACUTE}[`, `asdfghjklç${TILDE}]`, '\\zxcvbnm,.;'],
    shift: [`"!@#$%${DIAERESIS}&*()_+`, `QWERTYUIOP${GRAVE}{`, `ASDFGHJKLÇ${CIRCUMFLEX}}`, '|ZXCVBNM<>:'],
    altGr: 'KeyQ / KeyW ?',
    more: { IntlRo: ['/', '?'] },
  },
  se: {
    label: 'Swedish, Finnish',
    plain: [`§1234567890+${ACUTE}`, `qwertyuiopå${DIAERESIS}`, "asdfghjklöä'", '<zxcvbnm,.-'],
    shift: [`½!"#¤%&/()=?${GRAVE}`, `QWERTYUIOPÅ${CIRCUMFLEX}`, 'ASDFGHJKLÖÄ*', '>ZXCVBNM;:_'],
    altGr: `Digit2 @ Digit3 £ Digit4 $ Digit5 € Digit7 { Digit8 [ Digit9 ] Digit0 } Minus \\ KeyE € BracketRight ${TILDE} IntlBackslash | KeyM µ`,
  },
  no: {
    label: 'Norwegian',
    plain: ['|1234567890+\\', `qwertyuiopå${DIAERESIS}`, "asdfghjkløæ'", '<zxcvbnm,.-'],
    shift: [`§!"#¤%&/()=?${GRAVE}`, `QWERTYUIOPÅ${CIRCUMFLEX}`, 'ASDFGHJKLØÆ*', '>ZXCVBNM;:_'],
    altGr: `Digit2 @ Digit3 £ Digit4 $ Digit7 { Digit8 [ Digit9 ] Digit0 } Equal ${ACUTE} KeyE € BracketRight ${TILDE} KeyM µ`,
  },
  dk: {
    label: 'Danish',
    plain: [`½1234567890+${ACUTE}`, `qwertyuiopå${DIAERESIS}`, "asdfghjklæø'", '<zxcvbnm,.-'],
    shift: [`§!"#¤%&/()=?${GRAVE}`, `QWERTYUIOPÅ${CIRCUMFLEX}`, 'ASDFGHJKLÆØ*', '>ZXCVBNM;:_'],
    altGr: `Digit2 @ Digit3 £ Digit4 $ Digit7 { Digit8 [ Digit9 ] Digit0 } Equal | KeyE € BracketRight ${TILDE} IntlBackslash \\ KeyM µ`,
  },
  pl: {
    label: 'Polish',
    plain: ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'\\", ' zxcvbnm,./'],
    shift: ['~!@#$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:"|', ' ZXCVBNM<>?'],
    altGr: 'KeyA ąĄ KeyC ćĆ KeyE ęĘ KeyL łŁ KeyN ńŃ KeyO óÓ KeyS śŚ KeyX źŹ KeyZ żŻ KeyU €',
  },
  jp: {
    label: 'Japanese',
    plain: [' 1234567890-^', 'qwertyuiop@[', 'asdfghjkl;:]', ' zxcvbnm,./'],
    shift: [' !"#$%&\'() =~', 'QWERTYUIOP`{', 'ASDFGHJKL+*}', ' ZXCVBNM<>?'],
    altGr: '',
    more: { IntlRo: ['\\', '_'], IntlYen: ['\\', '|'] },
  },
};
