// @ts-check

/**
 * Everything that set-up has to say goes to standard error: standard output belongs to the program
 * that is started (`npm start -- --serve` prints one line there, the address).
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`virtdeck: ${text}\n`);
}

/** A reason to stop that the user can do something about: printed without a stack. */
export class SetupError extends Error {}

/**
 * Runs an entry point; a SetupError ends it with its message and exit code 1.
 * @param {() => Promise<number | void>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
