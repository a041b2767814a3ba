import { useEffect } from 'react';
import { client, toErrorData } from '../../state/host.ts';
import { archOf, isContainer, mediumOf, osOf, osSourceOf, virtTypeOf } from './draft/questions.ts';
import { uploadHeader, useUploads } from './upload/uploadStore.ts';
import { type Asked, change, useWizard } from './wizardStore.ts';

/** Milliseconds of quiet before an address that is typed is asked about. */
const QUIET = 500;

type Question = 'defaults' | 'facts' | 'guess' | 'tree';

/** Asks main what the answers given so far call for, whenever they change. Once in the wizard. */
export function useAsking(): void {
  useDefaults();
  useFacts();
  useGuess();
  useTree();
}

/** Asks once for each key; an answer for another key than the current one is dropped. */
function useQuestion<T>(name: Question, key: string, ask: () => Promise<T>, put: (asked: Asked<T>) => void) {
  const attempt = useWizard((state) => state.attempt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says everything that `ask` asks for
  useEffect(() => {
    const known = useWizard.getState()[name];
    // One that was asked and not answered yet is asked again: the page may have been left before it was sent.
    if (known.key === key && (known.value !== null || known.error !== null)) return;
    put({ key, value: null, error: null });
    if (key === '') return;
    const timer = setTimeout(
      () => {
        const isCurrent = () => useWizard.getState()[name].key === key;
        ask().then(
          (value) => isCurrent() && put({ key, value, error: null }),
          (error: unknown) => isCurrent() && put({ key, value: null, error: toErrorData(error) }),
        );
      },
      name === 'tree' || name === 'guess' ? QUIET : 0,
    );
    return () => clearTimeout(timer);
  }, [key, attempt]);
}

function useDefaults(): void {
  const { draft, offer } = useWizard();
  const { connection, method, machine } = draft.how;
  const input = {
    connection: connection ?? '',
    os: osOf(draft),
    method,
    virtType: virtTypeOf(draft, offer),
    arch: archOf(draft, offer)?.arch ?? null,
    machine: machine || null,
  };
  const ready = connection !== null && offer !== null && offer.refusal === null && input.virtType !== '';
  useQuestion(
    'defaults',
    ready ? JSON.stringify(input) : '',
    () => client().machines.defaults(input),
    (defaults) => useWizard.setState({ defaults }),
  );
}

function useFacts(): void {
  const { draft, offer } = useWizard();
  const input = { id: osOf(draft), arch: archOf(draft, offer)?.arch ?? 'x86_64' };
  const needed = input.id !== null && !isContainer(draft.how.method);
  useQuestion(
    'facts',
    needed ? JSON.stringify(input) : '',
    () => client().osinfo.facts(input),
    (facts) => useWizard.setState({ facts }),
  );
}

function useGuess(): void {
  const { draft } = useWizard();
  const medium = mediumOf(draft);
  const upload = useUploads(({ bySlot }) =>
    medium?.kind === 'upload' ? bySlot[slotOfMedium(draft.how.method)] : undefined,
  );
  const chosen = osSourceOf(medium);
  const connection = draft.how.connection ?? '';
  const key = upload
    ? JSON.stringify([connection, upload.file.name, upload.file.size, upload.file.lastModified])
    : chosen && JSON.stringify([connection, chosen]);
  useQuestion(
    'guess',
    connection && key ? key : '',
    async () => {
      const source = upload ? await uploadHeader(upload.file) : chosen;
      if (!source) throw new Error('Nothing is chosen.');
      return client().osinfo.identify({ connection, source });
    },
    (guess) => {
      useWizard.setState({ guess });
      if (draft.how.method !== 'tree') recognise(guess);
    },
  );
}

function slotOfMedium(method: string) {
  if (method === 'kernel') return 'kernel.media';
  if (method === 'import') return 'import.disk';
  return method === 'cloud' ? 'cloud.image' : 'iso.media';
}

function recognise({ value }: Asked<{ os: { id: string; name: string } | null }>): void {
  change('os', { recognised: value?.os ? { id: value.os.id, name: value.os.name } : null });
}

function useTree(): void {
  const { draft, offer } = useWizard();
  const location = draft.tree.location.trim();
  const arch = archOf(draft, offer)?.arch ?? null;
  const connection = draft.how.connection ?? '';
  const sound =
    draft.how.method === 'tree' && connection !== '' && /^(https?:\/\/[^/]|ftp:\/\/[^/]|\/.)/i.test(location);
  useQuestion(
    'tree',
    sound ? JSON.stringify({ connection, location, arch }) : '',
    () => client().sources.tree({ connection, location, arch }),
    (tree) => {
      useWizard.setState({ tree });
      const { value } = tree;
      if (sound)
        change('os', { recognised: value?.os ? { id: value.os, name: value.name ?? value.os } : null });
    },
  );
}
