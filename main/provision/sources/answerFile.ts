import type { InjectionMethod } from '../../../contract/index.ts';
import { apiError } from '../../../contract/index.ts';
import type { MadeScripts, ScriptRequest } from '../osinfo/osinfo.ts';
import type { ScriptPlaces } from '../osinfo/scriptValues.ts';
import type { AnswerFile, AnswerWish } from '../plan/sources.ts';
import { buildFloppy } from './fat.ts';
import { hostnameOf } from './hostNames.ts';
import { withFiles } from './initrd.ts';
import { buildIso, type MediumFile } from './iso.ts';

/** Makes the texts of an answer file ({@link OsInfo.generateScript}). */
export type ScriptMaker = (request: ScriptRequest) => Promise<MadeScripts>;

/**
 * Anaconda and linuxrc look for their answers on a volume of this label without being told (Red Hat, "Starting a
 * Kickstart installation automatically using a local volume"; SUSE, "AutoYaST Guide", OEMDRV).
 */
const LABEL = 'OEMDRV';
/** As Anaconda wants to find its file there. AutoYaST's is called as it should be already. */
const KICKSTART = 'ks.cfg';

/**
 * An answer file of libosinfo's, and the drive or initrd that carries it to the installer.
 * @throws ApiError why there is none
 */
export async function answerFile(wish: AnswerWish, make: ScriptMaker): Promise<AnswerFile> {
  const { os, unattended, arch, tree, machine } = wish;
  const script = await make({
    osId: os.id,
    arch,
    answers: { ...unattended, hostname: unattended.hostname || hostnameOf(machine) },
    source: tree === null ? 'media' : 'network',
    injection: null,
    medium: null,
    places: (injection) => placesOf(wish, injection),
  });
  const delivery = deliveryOf(script.injection);
  const name = delivery !== 'initrd' && script.filename.endsWith('.ks') ? KICKSTART : script.filename;
  const files = [{ filename: name, content: script.content }, ...script.companions].map(
    ({ filename, content }): MediumFile => ({ name: filename, bytes: Buffer.from(content, 'utf8') }),
  );
  return {
    names: files.map((file) => file.name),
    label: LABEL,
    delivery,
    arguments:
      delivery === 'initrd' ? script.commandLine : byLabel(script.commandLine, script.filename, name),
    content: async () => carrier(delivery, files),
    transform: delivery === 'initrd' ? async (initrd) => withFiles(initrd, files) : null,
  };
}

function placesOf({ os, tree, disk, drivers }: AnswerWish, injection: InjectionMethod): ScriptPlaces {
  if (!os.windows) return { targetDisk: `/dev/${disk}`, scriptDisk: '', installationUrl: tree ?? '' };
  // D is the drive that Windows is installed from, and the drivers' medium comes next.
  const drive = drivers ? 'F' : 'E';
  return { targetDisk: 'C', scriptDisk: injection === 'cdrom' ? drive : 'A', installationUrl: tree ?? '' };
}

/** libosinfo's arguments guess at the drive ("hd:sda:/fedora.ks"); its label is the same wherever it is. */
function byLabel(commandLine: string, filename: string, name: string): string {
  return commandLine
    .replaceAll(new RegExp(`\\bhd:\\w+:/${literal(filename)}`, 'g'), `hd:LABEL=${LABEL}:/${name}`)
    .replaceAll(new RegExp(`\\bdevice://\\w+/${literal(filename)}`, 'g'), `label://${LABEL}/${name}`);
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function deliveryOf(injection: InjectionMethod): AnswerFile['delivery'] {
  if (injection !== 'web') return injection;
  throw apiError('unsupported', 'The installer wants its answers from a web server, which Virtdeck has not.');
}

/** The bytes of the drive; of none for an initrd. */
function carrier(delivery: AnswerFile['delivery'], files: readonly MediumFile[]): Uint8Array {
  switch (delivery) {
    case 'cdrom':
      return buildIso({ volumeId: LABEL, files });
    case 'disk':
    case 'floppy':
      return buildFloppy(LABEL, files);
    case 'initrd':
      return new Uint8Array(0);
  }
}
