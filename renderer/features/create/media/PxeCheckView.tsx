import { Loader, TextInput } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApiErrorData, ConnectionId, PxeCheck, PxeSet } from '../../../../contract/index.ts';
import { client, toErrorData } from '../../../state/host.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { IconButton, ReasonButton } from '../../../ui/ReasonButton.tsx';
import classes from '../Create.module.css';
import type { CardDraft } from '../draft/parts.ts';
import { Note } from '../parts/Note.tsx';
import { useAnswer } from '../useAnswer.ts';
import { useWizard } from '../wizardStore.ts';

const VERDICTS = {
  answers: 'A PXE client gets an answer here.',
  silent: 'Nobody answers a PXE client here.',
  unknown: 'Whether somebody answers cannot be seen from here.',
} as const;

const nameOf = ({ kind, network, bridge, device }: CardDraft) =>
  ({ network, bridge: bridge.trim(), direct: device.trim(), user: '' })[kind];

/** Whether a PXE client would be answered on the card's network, and what can be done about it. */
export function PxeCheckView({ card }: { card: CardDraft }) {
  const connection = useWizard((state) => state.draft.how.connection ?? '');
  const name = nameOf(card);
  const input = { connection, kind: card.kind, name };
  const ready = connection !== '' && (card.kind === 'user' || name !== '');
  const { value, error, reading, again } = useAnswer<PxeCheck>(ready ? JSON.stringify(input) : '', () =>
    client().sources.pxe(input),
  );
  if (reading && !value && !error) return <Loader size="sm" aria-label="Looking for a PXE server" />;
  if (error) {
    return <ErrorView title="The network could not be looked at" error={error} again={again} />;
  }
  if (!value) return null;
  const Icon = value.verdict === 'answers' ? IconCircleCheck : IconHelpCircle;
  return (
    <section aria-label="PXE on this network" className={classes.fields}>
      <div className={classes.verdict} data-verdict={value.verdict}>
        <Icon size={17} aria-hidden />
        <strong>{VERDICTS[value.verdict]}</strong>
        <IconButton label="Look again" loading={reading} onClick={again}>
          <IconRefresh size={15} />
        </IconButton>
      </div>
      {value.findings.length > 0 && (
        <ul className={classes.findings}>
          {value.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
      {value.advice && <Note warning={value.verdict === 'silent'}>{value.advice}</Note>}
      {value.canSet && <SetPxe connection={connection} network={name} check={value} onDone={again} />}
    </section>
  );
}

interface SetPxeProps {
  connection: ConnectionId;
  network: string;
  check: PxeCheck;
  onDone: () => void;
}

/** Has libvirt's own DHCP and TFTP server answer. */
function SetPxe({ connection, network, check, onDone }: SetPxeProps) {
  const [tftpRoot, setTftpRoot] = useState(check.tftpRoot ?? '');
  const [bootFile, setBootFile] = useState(check.bootFile ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const [told, setTold] = useState('');
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      const set = await client().sources.setPxe({
        connection,
        network,
        tftpRoot: tftpRoot.trim(),
        bootFile: bootFile.trim(),
      });
      setTold(setWords(network, set));
      onDone();
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setBusy(false);
    }
  };
  const reason = !tftpRoot.trim().startsWith('/')
    ? 'Type the folder on the host, beginning with a slash.'
    : bootFile.trim() === ''
      ? 'Type the name of the boot file.'
      : null;
  return (
    <Disclosure
      title={`PXE settings of ${network}`}
      hint="TFTP root and boot file"
      open={check.verdict === 'silent'}
    >
      <div className={classes.pair}>
        <TextInput
          label="TFTP root"
          description="A folder on the host"
          placeholder="/srv/tftp"
          value={tftpRoot}
          onChange={(event) => setTftpRoot(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label="Boot file"
          description="In that folder"
          placeholder="pxelinux.0"
          value={bootFile}
          onChange={(event) => setBootFile(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      {check.usedBy.length > 0 && (
        <Note>
          In use by {check.usedBy.join(', ')}: the network keeps running as it is for them, and has the new
          settings from its next start on.
        </Note>
      )}
      <div>
        <ReasonButton variant="default" loading={busy} reason={reason} onClick={() => void save()}>
          Set them on {network}
        </ReasonButton>
      </div>
      {told && <p role="status">{told}</p>}
      {error && <ErrorView title={`${network} could not be changed`} error={error} />}
    </Disclosure>
  );
}

function setWords(network: string, { active, usedBy }: PxeSet): string {
  if (active) return `${network} has them now.`;
  const users = usedBy.join(', ');
  return `${network} has them from its next start on${users ? `: it is in use by ${users}` : ''}.`;
}
