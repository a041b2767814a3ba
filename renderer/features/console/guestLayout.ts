import type { GuestKey } from './keys.ts';
import { keysymOf } from './keys.ts';
import { KEY_ROWS, LAYOUT_TABLES, type LayoutTable } from './layoutTables.ts';

/** Keys pressed together, the last of which types. */
export type Stroke = readonly GuestKey[];

const SHIFT: GuestKey = { keysym: 0xffe1, code: 'ShiftLeft' };
const ALT_GR: GuestKey = { keysym: 0xfe03, code: 'AltRight' };

/** Accents by themselves, which dead keys give with a space. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '´': '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '¨': '\u0308',
};

/** What can be chosen as the layout of a guest. */
export const GUEST_LAYOUTS = Object.entries(LAYOUT_TABLES).map(([value, { label }]) => ({ value, label }));

/** How text is typed on a guest's keyboard. */
export class GuestLayout {
  readonly #strokes = new Map<string, Stroke>();

  /** @param name one of GUEST_LAYOUTS; anything else is taken for `us` */
  constructor(name: string) {
    const table = LAYOUT_TABLES[name] ?? LAYOUT_TABLES.us;
    if (table) this.#read(table);
    this.#add(' ', [{ keysym: 0x20, code: 'Space' }]);
    this.#add('\n', [{ keysym: 0xff0d, code: 'Enter' }]);
    this.#add('\t', [{ keysym: 0xff09, code: 'Tab' }]);
  }

  /** The strokes that type a character; null: this keyboard cannot type it. */
  strokes(character: string): readonly Stroke[] | null {
    const direct = this.#strokes.get(character);
    if (direct) return [direct];
    const space = this.#strokes.get(' ');
    const accent = this.#strokes.get(ACCENTS[character] ?? '');
    if (accent && space) return [accent, space];
    const [base = '', mark, ...more] = character.normalize('NFD');
    const dead = more.length === 0 && mark !== undefined ? this.#strokes.get(mark) : undefined;
    const letter = this.#strokes.get(base);
    return dead && letter ? [dead, letter] : null;
  }

  #read({ plain, shift, altGr, more = {} }: LayoutTable): void {
    KEY_ROWS.forEach((row, index) => {
      const [low = [], high = []] = [plain[index], shift[index]].map((text) => [...(text ?? '')]);
      row.forEach((code, place) => {
        this.#key(code, low[place], []);
        this.#key(code, high[place], [SHIFT]);
      });
    });
    for (const [code, [low, high]] of Object.entries(more)) {
      this.#key(code, low, []);
      this.#key(code, high, [SHIFT]);
    }
    const words = altGr.split(' ');
    for (let at = 0; at + 1 < words.length; at += 2) {
      const [third, fourth] = words[at + 1] ?? '';
      this.#key(words[at] ?? '', third, [ALT_GR]);
      this.#key(words[at] ?? '', fourth, [SHIFT, ALT_GR]);
    }
  }

  #key(code: string, character: string | undefined, modifiers: Stroke): void {
    if (character === undefined || character === ' ') return;
    this.#add(character, [...modifiers, { keysym: keysymOf(character), code }]);
  }

  /** The first key that types a character is the easiest. */
  #add(character: string, stroke: Stroke): void {
    if (!this.#strokes.has(character)) this.#strokes.set(character, stroke);
  }
}

/** The layout that most likely is the guest's: that of whoever uses this machine. */
export function likelyLayout(languages: readonly string[]): string {
  for (const language of languages) {
    const [tongue = '', region = ''] = language.toLowerCase().split('-');
    const byRegion: Readonly<Record<string, string>> = {
      'en-gb': 'gb',
      'pt-br': 'br',
      'de-ch': 'ch',
      'fr-be': 'be',
      'nl-be': 'be',
    };
    const byTongue: Readonly<Record<string, string>> = {
      sv: 'se',
      fi: 'se',
      nb: 'no',
      nn: 'no',
      da: 'dk',
      ja: 'jp',
      en: 'us',
    };
    const found = byRegion[`${tongue}-${region}`] ?? byTongue[tongue] ?? tongue;
    if (LAYOUT_TABLES[found]) return found;
  }
  return 'us';
}
