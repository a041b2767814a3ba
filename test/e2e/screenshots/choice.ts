/** What is asked for on the command line. */
export interface Choice {
  /** Parts of names; none: everything. */
  readonly names: readonly string[];
  /** Whether the README's picture is replaced. */
  readonly readme: boolean;
}

/** The scene that the README shows. */
export const README_SCENE = 'fleet-filled';

/** Reads the command line. Throws an Error that says what is wrong with it. */
export function readChoice(args: readonly string[], known: readonly string[]): Choice {
  const names = args.filter((arg) => !arg.startsWith('-'));
  const strange = args.find((arg) => arg.startsWith('-') && arg !== '--readme');
  if (strange) throw new Error(`${strange} is not known. Usage: npm run screenshots -- [--readme] [NAME...]`);
  const lost = names.find((name) => !known.some((scene) => matches(scene, name)));
  if (lost) throw new Error(`nothing is called ${lost}. There are:\n  ${known.join('\n  ')}`);
  return { names, readme: args.includes('--readme') };
}

/** Whether a scene is to be taken. */
export function isChosen(scene: string, { names, readme }: Choice): boolean {
  if (readme && scene === README_SCENE) return true;
  if (names.length === 0) return !readme;
  return names.some((name) => matches(scene, name));
}

function matches(scene: string, name: string): boolean {
  return scene === name || scene.startsWith(`${name}-`);
}
