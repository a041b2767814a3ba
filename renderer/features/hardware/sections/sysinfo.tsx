import { Textarea } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { controlId, FieldGroup, FieldRow, Form, optionsFrom, SelectField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { FirmwareConfig } from './parts/FirmwareConfig.tsx';
import { isLikeQemu } from './parts/hypervisors.ts';
import { GROUPS, oemStrings, smbiosEntry } from './parts/smbios.ts';
import { useValue, ValueText } from './parts/Value.tsx';

/** What the machine says of itself: maker, model, serial numbers. */
export const sysinfo: SectionForm = {
  id: 'sysinfo',
  title: 'Identity (SMBIOS)',
  icon: IconId,
  summary: ({ os, sysinfo: all }) => {
    if (os.smbios === 'host') return 'The host’s';
    const table = all.find(({ type }) => type !== 'fwcfg');
    const named = table?.system.find(({ name }) => name === 'product')?.value;
    return named ?? (table ? 'Its own' : 'The emulator’s');
  },
  applies: (domain) => isLikeQemu(domain) || domain.type === 'bhyve',
  Form: SysinfoForm,
};

function SysinfoForm({ domain }: { domain: Domain }) {
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={domain.os}
          field="smbios"
          label="Tables for the guest"
          none="The emulator’s"
          options={optionsFrom(['emulate', 'host', 'sysinfo'], null, {
            emulate: 'The emulator’s',
            host: 'Those of the host',
            sysinfo: 'With what is said below',
          })}
        />
      </FieldGroup>
      {GROUPS.map((group) => (
        <FieldGroup key={group.id} title={group.title}>
          {group.entries.map(({ name, label, placeholder }) => (
            <ValueText
              key={name}
              value={smbiosEntry(group.id, name)}
              label={label}
              placeholder={name === 'uuid' ? (domain.uuid ?? '') : (placeholder ?? '')}
            />
          ))}
        </FieldGroup>
      ))}
      <FieldGroup title="More for the guest">
        <OemStrings />
        <FirmwareConfig domain={domain} />
      </FieldGroup>
    </Form>
  );
}

function OemStrings() {
  const { now, typed, field, set } = useValue(oemStrings);
  const label = 'Strings of the maker';
  return (
    <FieldRow
      label={label}
      hint="One in each line: cloud-init and others read them."
      field={field}
      problem={typed?.problem}
    >
      <Textarea
        id={controlId(field)}
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        value={typed?.text ?? now ?? ''}
        aria-invalid={typed !== undefined}
        onChange={(event) => set(event.currentTarget.value === '' ? null : event.currentTarget.value, label)}
      />
    </FieldRow>
  );
}
