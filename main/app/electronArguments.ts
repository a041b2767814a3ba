/**
 * The URIs of Electron's command line. Chromium's own switches stand among them, and before the package
 * is made (`defaultApp`) the application's folder comes first.
 */
export function urisFromArguments(argv: readonly string[], defaultApp: boolean): string[] {
  const words = argv.slice(1).filter((word) => !word.startsWith('-'));
  return defaultApp ? words.slice(1) : words;
}
