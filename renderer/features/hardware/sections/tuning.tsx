import { IconAdjustments } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { useEdit } from '../edit/context.tsx';
import { FieldGroup, Form, NumberField, SizeField, TextField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { NumberCell, SizeCell, TextCell } from './parts/Cells.tsx';
import { PerfEvents } from './parts/PerfEvents.tsx';
import { AddButton, Row, Rows } from './parts/Rows.tsx';

/** Limits that the host's control groups keep the machine to. */
export const tuning: SectionForm = {
  id: 'tuning',
  title: 'Block and memory tuning',
  icon: IconAdjustments,
  summary: ({ memTune, blkioTune }) => {
    const limits = [memTune.hardLimit, memTune.softLimit, memTune.swapHardLimit].some((one) => one !== null);
    const said = [limits && 'memory limits', blkioTune.exists && 'disk weights'].filter(Boolean);
    return said.length === 0 ? 'No limits' : said.join(', ');
  },
  Form: TuningForm,
};

function TuningForm({ domain }: { domain: Domain }) {
  return (
    <Form>
      <FieldGroup title="Memory of the host">
        <SizeField
          of={domain.memTune}
          field="hardLimit"
          label="Hard limit"
          hint="With the emulator’s own; if it is too small the host ends the machine."
          placeholder="None"
        />
        <SizeField
          of={domain.memTune}
          field="softLimit"
          label="Soft limit"
          hint="What it is pressed down to when the host has little."
          placeholder="None"
        />
        <SizeField of={domain.memTune} field="swapHardLimit" label="With swap" placeholder="None" />
        <SizeField of={domain.memTune} field="minGuarantee" label="Guaranteed" placeholder="None" />
      </FieldGroup>
      <FieldGroup title="Block devices of the host">
        <NumberField
          of={domain.blkioTune}
          field="weight"
          label="Weight"
          hint="Against other machines, for all block devices: 100 to 1000, with newer kernels from 10."
          placeholder="The host’s"
          min={10}
          max={1000}
        />
        <BlockDevices domain={domain} />
      </FieldGroup>
      <PerfEvents domain={domain} />
      <FieldGroup title="Place among the host’s resources">
        <TextField
          of={domain}
          field="partition"
          label="Partition"
          hint="The control group that the machine’s own is in."
          placeholder="/machine"
          check={(text) => (text.startsWith('/') ? null : 'It begins with a slash.')}
        />
        <TextField of={domain} field="fibreChannelAppId" label="Fibre Channel app ID" placeholder="None" />
      </FieldGroup>
    </Form>
  );
}

function BlockDevices({ domain }: { domain: Domain }) {
  const edit = useEdit();
  return (
    <Rows
      label="Limits by block device"
      columns={['Device', 'Weight', 'Read/s', 'Write/s', 'Reads/s', 'Writes/s']}
      widths="minmax(110px, 1fr) 64px 140px 140px 70px 70px"
      minWidth={680}
      empty="No limits by device."
      buttons={
        <AddButton
          label="Add a device"
          onClick={() => edit.change((next) => next.blkioTune.devices.add({ path: nextPath(next) }))}
        />
      }
    >
      {domain.blkioTune.devices.map((device) => {
        const name = device.path ?? 'the device';
        return (
          <Row
            key={edit.ids.of(device)}
            removeLabel={`Remove the limits for ${name}`}
            onRemove={() => edit.change((next) => next.blkioTune.devices.remove(device))}
          >
            <TextCell
              of={device}
              field="path"
              label="Path of the device"
              check={(text) => (text.startsWith('/dev/') ? null : 'Like /dev/sda.')}
            />
            <NumberCell of={device} field="weight" label={`Weight for ${name}`} min={10} max={1000} />
            <SizeCell
              of={device}
              field="readBytes"
              label={`Read from ${name} each second`}
              placeholder="No limit"
            />
            <SizeCell
              of={device}
              field="writeBytes"
              label={`Written to ${name} each second`}
              placeholder="No limit"
            />
            <NumberCell of={device} field="readIops" label={`Reads from ${name} each second`} />
            <NumberCell of={device} field="writeIops" label={`Writes to ${name} each second`} />
          </Row>
        );
      })}
    </Rows>
  );
}

/** A device that is not in the list yet. */
function nextPath({ blkioTune }: Domain): string {
  const taken = new Set(blkioTune.devices.map(({ path }) => path));
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return [...letters].map((letter) => `/dev/sd${letter}`).find((path) => !taken.has(path)) ?? '/dev/vda';
}
