import type {
  InjectionMethod,
  MediaGuess,
  OsDatabaseInfo,
  OsEntry,
  OsFacts,
  TreeGuess,
} from '../../../contract/index.ts';

/** What an ISO 9660 volume descriptor says of a medium; empty: nothing. */
export interface MediumLabels {
  readonly volumeId: string;
  readonly systemId: string;
  readonly publisherId: string;
  readonly applicationId: string;
  /** Bytes. */
  readonly volumeSize: number | null;
}

/** A medium that the database knows. */
export type MediumMatch = Pick<
  MediaGuess,
  'arch' | 'variants' | 'live' | 'installer' | 'installerReboots' | 'eject' | 'kernel' | 'initrd' | 'scripts'
> & {
  readonly os: OsEntry;
  /** Other systems whose media have the same labels. */
  readonly alternatives: readonly OsEntry[];
};

export interface TreeMatch extends TreeGuess {
  /** As the .treeinfo says. */
  readonly family: string | null;
  readonly version: string | null;
}

/** The file names of a system's images and media, as its distributor gives them. */
export interface KnownFiles {
  readonly id: string;
  readonly names: readonly string[];
}

/** What a script is to be made for. Empty texts are left out. */
export interface ScriptWish {
  readonly osId: string;
  readonly scriptId: string;
  readonly arch: string;
  readonly source: 'media' | 'network';
  readonly injection: InjectionMethod;
  /** The medium that it is installed from, where it is known. */
  readonly medium: MediumLabels | null;
  /** Values by libosinfo's names: "admin-password"... */
  readonly config: Readonly<Record<string, string>>;
}

/** An answer file, ready. */
export interface MadeScript {
  readonly filename: string;
  readonly content: string;
  /** What the installer's kernel has to be told; empty: nothing. */
  readonly commandLine: string;
  readonly injection: InjectionMethod;
}

/** What the process can be asked. */
export interface OsinfoCalls {
  info: { input: Record<string, never>; output: OsDatabaseInfo };
  list: { input: { today: string }; output: OsEntry[] };
  files: { input: Record<string, never>; output: KnownFiles[] };
  facts: { input: { id: string; arch: string }; output: OsFacts | null };
  medium: { input: { labels: MediumLabels; today: string }; output: MediumMatch | null };
  tree: { input: { treeinfo: string; location: string; today: string }; output: TreeMatch };
  script: { input: ScriptWish; output: MadeScript };
}
export type OsinfoCallName = keyof OsinfoCalls;

export type ToOsinfo = {
  [K in OsinfoCallName]: { readonly id: number; readonly name: K; readonly input: OsinfoCalls[K]['input'] };
}[OsinfoCallName];

export type FromOsinfo =
  | { readonly id: number; readonly value: unknown }
  /** `missing`: the library is not installed. */
  | { readonly id: number; readonly error: string; readonly missing: boolean };
