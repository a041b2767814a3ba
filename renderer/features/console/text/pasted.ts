/** Characters of a preview. */
const PREVIEW = 4000;

/** Control characters that stand for themselves in a text: tab and ends of lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** What a text would do that is pasted into a terminal. */
export interface Pasted {
  readonly text: string;
  /** Lines that it would end, each as if Enter was pressed. */
  readonly lines: number;
  /** Control characters in it, which programs may obey. */
  readonly controls: number;
}

/** Looks at a text before it is pasted. Ends of lines become one form. */
export function readPasted(raw: string): Pasted {
  const text = raw.replaceAll(/\r\n?/g, '\n');
  return {
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    controls: text.match(CONTROLS)?.length ?? 0,
  };
}

/** Whether the user has to see it first: it has an end of line, or something that cannot be seen. */
export function needsLook({ text, controls }: Pasted): boolean {
  return text.includes('\n') || controls > 0;
}

/** The text without control characters: none can end a bracketed paste. */
export function withoutControls(text: string): string {
  return text.replaceAll(CONTROLS, '');
}

/** The text as it can be read: control characters as the pictures that Unicode has for them. */
export function previewOf(text: string): string {
  const begin = text.length > PREVIEW ? `${text.slice(0, PREVIEW)}…` : text;
  return begin.replaceAll(CONTROLS, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : '�';
  });
}
