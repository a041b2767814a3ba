import { IconArrowsShuffle } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { useEdit } from '../edit/context.tsx';
import { FieldGroup, Form, NumberField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { useFormHost } from '../forms/formHost.tsx';
import { NumberCell } from './parts/Cells.tsx';
import { isLikeQemu } from './parts/hypervisors.ts';
import { AddButton, FixedCell, Row, Rows, SmallButton } from './parts/Rows.tsx';
import { addThread, removeThread, threadElement, threadIds, threadUsers } from './parts/threads.ts';

/** 9.4 brought `<poll>` (https://libvirt.org/news.html); those before refuse it. */
const WITH_POLLING = 9004;

/** Threads of QEMU's that disks are served by. */
export const iothreads: SectionForm = {
  id: 'iothreads',
  title: 'I/O threads',
  icon: IconArrowsShuffle,
  summary: ({ iothreads: count }) => (count ? `${count}` : 'None'),
  applies: isLikeQemu,
  Form: ThreadForm,
};

function ThreadForm({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const { capabilities, libvirt } = useFormHost();
  const ids = threadIds(domain);
  const reason = capabilities.iothreads === false ? 'This host does not offer them.' : null;
  return (
    <Form>
      <FieldGroup>
        <Rows
          label="I/O threads"
          columns={['Thread', 'Used by', 'Busy waiting at most', 'Workers, least', 'Most']}
          widths="70px minmax(110px, 1fr) 140px 100px 70px"
          minWidth={540}
          empty="None: the emulator serves all disks by itself."
          buttons={
            <AddButton
              label="Add an I/O thread"
              reason={reason}
              onClick={() => edit.change((next) => void addThread(next))}
            />
          }
        >
          {ids.map((id) => (
            <ThreadRow key={id} domain={domain} id={id} polls={libvirt === null || libvirt >= WITH_POLLING} />
          ))}
        </Rows>
      </FieldGroup>
      <FieldGroup title="The emulator’s own thread">
        <NumberField of={domain} field="defaultIothreadPoolMin" label="Workers, least" max={65_535} />
        <NumberField of={domain} field="defaultIothreadPoolMax" label="Most" max={65_535} />
      </FieldGroup>
    </Form>
  );
}

interface ThreadRowProps {
  domain: Domain;
  id: number;
  /** The host's libvirt keeps how long a thread waits. */
  polls: boolean;
}

function ThreadRow({ domain, id, polls }: ThreadRowProps) {
  const edit = useEdit();
  const users = threadUsers(domain, id);
  const thread = domain.iothreadIds.find((one) => one.id === id);
  const label = `I/O thread ${id}`;
  return (
    <Row
      removeLabel={`Remove ${label}`}
      reason={users.length > 0 ? `It is used by ${users.join(', ')}.` : null}
      onRemove={() => edit.change((next) => removeThread(next, id))}
    >
      <FixedCell>{id}</FixedCell>
      <FixedCell>{users.length === 0 ? 'Nothing' : users.join(', ')}</FixedCell>
      {thread ? (
        <>
          {polls ? (
            <NumberCell of={thread} field="pollMax" label={`Busy waiting of ${label}, ns`} placeholder="ns" />
          ) : (
            <FixedCell>Needs libvirt 9.4</FixedCell>
          )}
          <NumberCell of={thread} field="threadPoolMin" label={`Least workers of ${label}`} max={65_535} />
          <NumberCell of={thread} field="threadPoolMax" label={`Most workers of ${label}`} max={65_535} />
        </>
      ) : (
        <SmallButton onClick={() => edit.change((next) => void threadElement(next, id))}>
          Settings
        </SmallButton>
      )}
    </Row>
  );
}
