import { Button, Group, Loader, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { reportError } from '../../../ui/notify.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { EditProvider, useEdit } from '../edit/context.tsx';
import { MachineEdit } from '../edit/machineEdit.ts';
import { draftSource } from '../edit/source.ts';
import type { AnyCreation, FormHost } from '../forms/form.tsx';
import { useFormHost } from '../forms/formHost.tsx';
import { deviceForms, formOf } from '../forms/registry.ts';
import { DeviceTabs } from './DevicePane.tsx';
import classes from './Hardware.module.css';

/** Everything that can be added, with a form over it; nothing is in the machine's definition until Add. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const edit = useEdit();
  const host = useFormHost();
  const creations = Object.values(deviceForms).flatMap(({ create }) => create);
  const [chosen, setChosen] = useState<AnyCreation | null>(null);
  const [filter, setFilter] = useState('');
  const shown = creations.filter((creation) => isLike(creation, filter));
  return (
    <Dialog title="Add hardware" onClose={onClose} size="min(960px, 94vw)">
      <div className={classes.adding}>
        <div className={classes.choice}>
          <TextInput
            size="xs"
            aria-label="Filter the kinds"
            placeholder="Filter"
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            leftSection={<IconSearch size={14} aria-hidden />}
            data-autofocus
          />
          <ul className={classes.kinds} aria-label="Kinds of hardware">
            {shown.map((creation) => (
              <li key={creation.id}>
                <Kind
                  creation={creation}
                  reason={creation.reason(edit.domain, host)}
                  chosen={chosen?.id === creation.id}
                  onChoose={() => setChosen(creation)}
                />
              </li>
            ))}
            {shown.length === 0 && <li className={classes.dim}>Nothing is called that.</li>}
          </ul>
        </div>
        {chosen ? (
          <NewDevice key={chosen.id} creation={chosen} host={host} onClose={onClose} />
        ) : (
          <p className={classes.dim}>Choose what to add.</p>
        )}
      </div>
    </Dialog>
  );
}

/** Whether every word stands in what it is called or is for. */
function isLike({ label, description, id }: AnyCreation, filter: string): boolean {
  const text = `${label} ${description} ${id}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

interface KindProps {
  creation: AnyCreation;
  reason: string | null;
  chosen: boolean;
  onChoose: () => void;
}

function Kind({ creation, reason, chosen, onChoose }: KindProps) {
  const { icon: KindIcon, label, description } = creation;
  return (
    <button
      type="button"
      className={cx(classes.item)}
      aria-current={chosen}
      aria-disabled={reason !== null}
      title={reason ?? description}
      onClick={() => reason === null && onChoose()}
    >
      <KindIcon size={17} aria-hidden="true" />
      <span className={classes.words}>
        <span className={reason === null ? undefined : classes.dim}>{label}</span>
        <span className={classes.summary}>{reason ?? description}</span>
      </span>
    </button>
  );
}

interface NewDeviceProps {
  creation: AnyCreation;
  host: FormHost;
  onClose: () => void;
}

/** A copy of the machine with the new device in it, so that forms need to know nothing of adding. */
function NewDevice({ creation, host, onClose }: NewDeviceProps) {
  const edit = useEdit();
  const [made, setMade] = useState<{ scratch: MachineEdit; id: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once, from the machine as it is now.
  useEffect(() => {
    let gone = false;
    scratchOf(edit, creation, host).then(
      (result) => !gone && setMade(result),
      (error: unknown) => {
        if (gone) return;
        reportError(`${creation.label} cannot be added`, error);
        onClose();
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  if (!made) return <Loader size="sm" m="auto" aria-label="Loading" />;
  return (
    <EditProvider value={made.scratch}>
      <NewDeviceForm target={edit} {...made} onClose={onClose} />
    </EditProvider>
  );
}

async function scratchOf(edit: MachineEdit, creation: AnyCreation, host: FormHost) {
  const { connection } = edit.source;
  const source = draftSource({ id: 'new device', connection, xml: edit.xml, commit: () => {} });
  const scratch = new MachineEdit(source);
  await scratch.reload();
  let id = '';
  scratch.change((domain) => {
    id = scratch.ids.of(creation.make(domain, host));
  });
  return { scratch, id };
}

interface NewDeviceFormProps {
  target: MachineEdit;
  scratch: MachineEdit;
  id: string;
  onClose: () => void;
}

function NewDeviceForm({ target, scratch, id, onClose }: NewDeviceFormProps) {
  const { typed } = useStore(scratch.store);
  const [tab, setTab] = useState('form');
  const device = scratch.device(id);
  const wrong = [...typed.values()][0];
  const missing = device ? formOf(device).missing(device, scratch.domain) : null;
  const add = () => {
    const before = new Set(target.domain.devices.map((one) => target.ids.of(one)));
    // Others may have changed the machine while the form was open.
    target.replaceAll(scratch.xml, '', scratch.base.toXml());
    target.storage.take(scratch.storage);
    const kind = device?.element.nodeName;
    const added = target.domain.devices.filter((one) => !before.has(target.ids.of(one)));
    const shown = added.find((one) => one.element.nodeName === kind) ?? added[0];
    if (shown) target.select(target.ids.of(shown));
    onClose();
  };
  return (
    <div className={classes.pane}>
      {device && <DeviceTabs device={device} tab={tab} onTab={setTab} />}
      <Group justify="flex-end" gap="xs" pt="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <ReasonButton reason={wrong ? `${wrong.label}: ${wrong.problem}` : missing} onClick={add}>
          Add
        </ReasonButton>
      </Group>
    </div>
  );
}
