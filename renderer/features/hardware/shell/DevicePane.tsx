import { Tabs } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import type { Device } from '../../../../model/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { useEdit, useEditState, useProposed } from '../edit/context.tsx';
import { formOf } from '../forms/registry.ts';
import { sections } from '../sections/registry.ts';
import classes from './Hardware.module.css';
import { removeHardware } from './RemoveDialog.tsx';

const DeviceXml = lazyPart(async () => (await import('./DeviceXml.tsx')).DeviceXml);

/** The form of what is selected; nothing else is mounted. */
export function DevicePane() {
  const edit = useEdit();
  const domain = useProposed();
  const selected = useEditState((state) => state.selected);
  const section = sections.find(({ id }) => id === selected);
  if (section) {
    const { Form, title } = section;
    return (
      <section className={classes.pane} aria-label={title}>
        <header className={classes.head}>
          <h2>{title}</h2>
        </header>
        <div className={classes.scroll}>
          <Form domain={domain} />
        </div>
      </section>
    );
  }
  const device = edit.device(selected);
  if (!device) {
    return (
      <section className={classes.pane} aria-label="Nothing selected">
        <EmptyState icon={IconTrash} title="This device is not there any more" />
      </section>
    );
  }
  return <DeviceView key={selected} device={device} />;
}

function DeviceView({ device }: { device: Device }) {
  const edit = useEdit();
  const form = formOf(device);
  const [tab, setTab] = useState<string>('form');
  return (
    <section className={classes.pane} aria-label={form.name(device)}>
      <header className={classes.head}>
        <h2>{form.name(device)}</h2>
        <ReasonButton
          variant="default"
          size="compact-xs"
          reason={form.removable(device, edit.domain)}
          leftSection={<IconTrash size={13} />}
          onClick={() => void removeHardware(edit, device)}
        >
          Remove
        </ReasonButton>
      </header>
      <DeviceTabs device={device} tab={tab} onTab={setTab} />
    </section>
  );
}

interface DeviceTabsProps {
  device: Device;
  tab: string;
  onTab: (tab: string) => void;
}

/** A device as a form, and as its XML. */
export function DeviceTabs({ device, tab, onTab }: DeviceTabsProps) {
  const form = formOf(device);
  return (
    <>
      <Tabs value={tab} onChange={(next) => onTab(next ?? 'form')} px="xs">
        <Tabs.List aria-label={form.name(device)}>
          <Tabs.Tab value="form">Form</Tabs.Tab>
          <Tabs.Tab value="xml">XML</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {tab === 'form' ? (
        <div className={classes.scroll}>{form.draw(device)}</div>
      ) : (
        <Suspense>
          <DeviceXml device={device} />
        </Suspense>
      )}
    </>
  );
}
