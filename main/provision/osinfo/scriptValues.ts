import { apiError, type OsScript, type Unattended } from '../../../contract/index.ts';

/**
 * What may stand in a script that is a program or a list of lines: libosinfo's templates put values into them as
 * they are, also where a shell reads them.
 */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  'user-login': /^[A-Za-z_][A-Za-z0-9_.-]*$/,
  hostname: /^[A-Za-z0-9][A-Za-z0-9.-]*$/,
  'l10n-timezone': /^[A-Za-z0-9_+/-]+$/,
  'l10n-language': /^[A-Za-z0-9_.@-]+$/,
  'l10n-keyboard': /^[A-Za-z0-9_.@,()-]+$/,
  'target-disk': /^[A-Za-z0-9/_.:-]+$/,
  'script-disk': /^[A-Za-z0-9/_.:-]+$/,
  'installation-url': /^[^\s"'`$\\<>]+$/,
};

const LABELS: Readonly<Record<string, string>> = {
  'admin-password': 'The administrator’s password',
  'user-login': 'The user’s name',
  'user-password': 'The user’s password',
  'user-realname': 'The user’s full name',
  hostname: 'The host name',
  'l10n-timezone': 'The time zone',
  'l10n-language': 'The language',
  'l10n-keyboard': 'The keyboard',
  'reg-product-key': 'The product key',
  'installation-url': 'The address of the tree',
};

/** Places that the machine's plan knows. Empty: the script's own. */
export interface ScriptPlaces {
  /** As the system names it: "/dev/vda", or "C" for Windows. */
  readonly targetDisk: string;
  /** Where the script itself is: "/dev/sda", "A" for a floppy. */
  readonly scriptDisk: string;
  readonly installationUrl: string;
}

/** The user's answers by libosinfo's names. @throws ApiError `invalid` with the value that a script cannot take */
export function scriptValues(
  script: OsScript,
  answers: Unattended,
  places: ScriptPlaces,
): Record<string, string> {
  const values = valuesOf(answers, places);
  for (const [name, value] of Object.entries(values)) check(script, name, value);
  const [missing] = missingOf(script, values);
  if (missing === undefined) return values;
  throw apiError('invalid', `${LABELS[missing] ?? missing} is missing: this system's script needs it.`);
}

/** Whether there is everything that a script cannot do without. */
export function hasValues(script: OsScript, answers: Unattended, places: ScriptPlaces): boolean {
  return missingOf(script, valuesOf(answers, places)).length === 0;
}

function missingOf({ params }: OsScript, values: Readonly<Record<string, string>>): string[] {
  return params.filter(({ name, required }) => required && values[name] === '').map(({ name }) => name);
}

function valuesOf(answers: Unattended, places: ScriptPlaces): Record<string, string> {
  return {
    'admin-password': answers.adminPassword,
    'user-login': answers.userLogin,
    'user-password': answers.userPassword,
    'user-realname': answers.userFullName || answers.userLogin,
    hostname: answers.hostname,
    'l10n-timezone': answers.timezone,
    'l10n-language': answers.language,
    'l10n-keyboard': answers.keyboard,
    'reg-product-key': answers.productKey,
    'target-disk': places.targetDisk,
    'script-disk': places.scriptDisk,
    'installation-url': places.installationUrl,
  };
}

function check(script: OsScript, name: string, value: string): void {
  if (value === '') return;
  const label = LABELS[name] ?? name;
  const control = Array.from(value).some((char) => char < ' ' || char === '\x7f');
  if (control) throw apiError('invalid', `${label} has line breaks or other control characters.`);
  // XML is written with care; everything else is text that a shell or an installer reads.
  if (script.expectedFilename.endsWith('.xml')) return;
  const pattern = PATTERNS[name];
  if (pattern && !pattern.test(value)) {
    throw apiError('invalid', `${label} “${value}” has characters that an installation script cannot take.`);
  }
  if (!pattern && /['"`\\]/.test(value)) {
    throw apiError(
      'invalid',
      `${label} has quotation marks or backslashes, which an installation script cannot take.`,
      'Choose one without them, and change it after the installation.',
    );
  }
}
