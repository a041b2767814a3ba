import type { InjectionMethod } from '../../../contract/index.ts';
import { apiError } from '../../../contract/index.ts';
import type { ScriptRequest } from '../osinfo/osinfo.ts';
import type { MadeScript } from '../osinfo/protocol.ts';
import type { AnswerFile, AnswerWish } from '../plan/sources.ts';
import { buildFloppy } from './fat.ts';
import { hostnameOf } from './hostNames.ts';
import { withFiles } from './initrd.ts';
import { buildIso, type MediumFile } from './iso.ts';

/** Makes the text of an answer file ({@link OsInfo.generateScript}). */
export type ScriptMaker = (request: ScriptRequest) => Promise<MadeScript>;

/** For Linux' tools, which know the disk by it. */
const LABEL = 'OEMDRV';

/**
 * An answer file of libosinfo's, and the drive or initrd that carries it to the installer.
 * @throws ApiError why there is none
 */
export async function answerFile(wish: AnswerWish, make: ScriptMaker): Promise<AnswerFile> {
  const { os, unattended, arch, tree, machine } = wish;
  const windows = os.windows;
  const script = await make({
    osId: os.id,
    arch,
    answers: { ...unattended, hostname: unattended.hostname || hostnameOf(machine) },
    source: tree === null ? 'media' : 'network',
    injection: null,
    medium: null,
    places: {
      targetDisk: windows ? 'C' : `/dev/${wish.disk}`,
      scriptDisk: windows ? 'A' : '',
      installationUrl: tree ?? '',
    },
  });
  const file = { name: script.filename, bytes: Buffer.from(script.content, 'utf8') };
  const delivery = deliveryOf(script.injection);
  return {
    name: file.name,
    label: LABEL,
    delivery,
    arguments: script.commandLine,
    content: async () => carrier(delivery, file),
    transform: delivery === 'initrd' ? async (initrd) => withFiles(initrd, [file]) : null,
  };
}

function deliveryOf(injection: InjectionMethod): AnswerFile['delivery'] {
  if (injection !== 'web') return injection;
  throw apiError('unsupported', 'The installer wants its answers from a web server, which Virtdeck has not.');
}

/** The bytes of the drive; of none for an initrd. */
function carrier(delivery: AnswerFile['delivery'], file: MediumFile): Uint8Array {
  switch (delivery) {
    case 'cdrom':
      return buildIso({ volumeId: LABEL, files: [file] });
    case 'disk':
    case 'floppy':
      return buildFloppy(LABEL, [file]);
    case 'initrd':
      return new Uint8Array(0);
  }
}
