import { IconDeviceDesktopPlus, IconExternalLink, IconPlugX } from '@tabler/icons-react';
import { useState } from 'react';
import { type Connection, type ConsoleInfo, type DomainRow, isActive } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { machineName } from '../../state/machineName.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { reportError, showNotice } from '../../ui/notify.tsx';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { ActionButton } from '../actions/ActionButton.tsx';

interface OtherDisplayProps {
  connection: Connection;
  row: DomainRow;
  info: ConsoleInfo;
  instead: NonNullable<ConsoleInfo['instead']>;
  onChanged: () => void;
}

/** A display that Virtdeck does not show itself: what to do about it, one click each. */
export function OtherDisplay({ connection, row, info, instead, onChanged }: OtherDisplayProps) {
  const [busy, setBusy] = useState<'viewer' | 'vnc' | null>(null);
  const domain = { connection: connection.id, uuid: row.uuid };
  const name = machineName(row);
  const running = isActive(row);

  const act = (what: 'viewer' | 'vnc', problem: string, work: () => Promise<void>) => {
    setBusy(what);
    work()
      .catch((error: unknown) => reportError(problem, error))
      .finally(() => setBusy(null));
  };
  const openViewer = () =>
    act('viewer', `${info.title} of ${name} was not opened`, async () => {
      await client().consoles.openViewer({ ...domain, key: info.key });
    });
  const addVnc = () =>
    act('vnc', `${name} was not given a VNC display`, async () => {
      const { restart } = await client().consoles.addVnc(domain);
      const when = restart
        ? 'It is in the saved definition and there from the next start on: shut the machine down and start it again.'
        : 'It is there when the machine starts.';
      showNotice('success', `${name} has a VNC display`, when);
      onChanged();
    });

  return (
    <EmptyState icon={IconPlugX} title={`${info.title} cannot be shown here`} text={wordsOf(info, running)}>
      <ReasonButton
        leftSection={<IconExternalLink size={16} />}
        reason={instead.viewer}
        loading={busy === 'viewer'}
        onClick={openViewer}
      >
        Open in remote-viewer
      </ReasonButton>
      <ReasonButton
        variant="default"
        leftSection={<IconDeviceDesktopPlus size={16} />}
        reason={instead.addVnc}
        loading={busy === 'vnc'}
        onClick={addVnc}
      >
        Add a VNC display
      </ReasonButton>
      {!running && (
        <ActionButton
          action="start"
          label="Start machine"
          connection={connection}
          row={row}
          variant="default"
        />
      )}
    </EmptyState>
  );
}

function wordsOf({ refusal }: ConsoleInfo, running: boolean): string {
  const later = running
    ? ' A VNC display cannot be added while the machine runs; it is there from the next start on.'
    : '';
  return `${refusal ?? ''}${later}`;
}
