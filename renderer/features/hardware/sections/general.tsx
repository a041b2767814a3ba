import { IconInfoCircle } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { useEditState } from '../edit/context.tsx';
import { FieldGroup, Form, SelectField, TextField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { Autostart } from './parts/Autostart.tsx';
import { guestSupport, useHostFacts } from './parts/hostFacts.ts';
import { machineOptions } from './parts/machineTypes.ts';
import { OsChoice } from './parts/OsChoice.tsx';

/** What the machine is called, and what it is. */
export const general: SectionForm = {
  id: 'general',
  title: 'General',
  icon: IconInfoCircle,
  summary: (domain) => [domain.os.machine, domain.os.arch].filter(Boolean).join(', '),
  Form: GeneralForm,
};

function GeneralForm({ domain }: { domain: Domain }) {
  const active = useEditState((state) => state.active);
  return (
    <Form>
      <FieldGroup>
        <TextField
          of={domain}
          field="name"
          label="Name"
          check={nameProblem}
          {...(active && { hint: 'It can be renamed while it is off.' })}
        />
        <TextField of={domain} field="title" label="Title" check={titleProblem} />
        <TextField of={domain} field="description" label="Description" />
        <OsChoice domain={domain} />
        <Autostart />
      </FieldGroup>
      <PlatformFields domain={domain} />
    </Form>
  );
}

function PlatformFields({ domain }: { domain: Domain }) {
  const facts = useHostFacts();
  const found = guestSupport(facts, domain.os.arch, domain.type);
  const machines = machineOptions(domain, found);
  return (
    <FieldGroup title="Platform">
      {machines.length > 0 ? (
        <SelectField
          of={domain.os}
          field="machine"
          label="Machine type"
          hint="Newer versions have more; the guest sees other hardware. Another kind moves all devices."
          none={null}
          options={machines}
        />
      ) : (
        <TextField of={domain.os} field="machine" label="Machine type" readOnly />
      )}
      <TextField
        of={domain}
        field="emulator"
        label="Emulator"
        placeholder={found?.domain?.emulator ?? found?.guest.emulator ?? 'The host’s'}
        check={(text) => (text.startsWith('/') ? null : 'A path on the host begins with a slash.')}
      />
      <TextField of={domain.os} field="arch" label="Architecture" readOnly />
      <TextField of={domain} field="type" label="Hypervisor" readOnly />
      <TextField of={domain} field="uuid" label="UUID" readOnly />
      {domain.genid !== null && <TextField of={domain} field="genid" label="Generation ID" readOnly />}
    </FieldGroup>
  );
}

function nameProblem(text: string): string | null {
  if (text.includes('/')) return 'A name cannot hold a slash.';
  return text.trim() === '' ? 'A machine needs a name.' : null;
}

function titleProblem(text: string): string | null {
  return text.includes('\n') ? 'A title is one line.' : null;
}
