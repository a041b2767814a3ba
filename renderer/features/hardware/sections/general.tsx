import { IconInfoCircle } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { FieldGroup, Form, TextField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';

/** What the machine is called, and what it is. */
export const general: SectionForm = {
  id: 'general',
  title: 'General',
  icon: IconInfoCircle,
  summary: (domain) => [domain.os.machine, domain.os.arch].filter(Boolean).join(', '),
  Form: GeneralForm,
};

function GeneralForm({ domain }: { domain: Domain }) {
  return (
    <Form>
      <FieldGroup>
        <TextField of={domain} field="name" label="Name" check={nameProblem} />
        <TextField of={domain} field="title" label="Title" check={titleProblem} />
        <TextField of={domain} field="description" label="Description" />
      </FieldGroup>
      <FieldGroup title="Platform">
        <TextField of={domain.os} field="machine" label="Machine type" readOnly />
        <TextField of={domain.os} field="arch" label="Architecture" readOnly />
        <TextField of={domain} field="type" label="Hypervisor" readOnly />
        <TextField of={domain} field="emulator" label="Emulator" readOnly />
        <TextField of={domain} field="uuid" label="UUID" readOnly />
      </FieldGroup>
    </Form>
  );
}

function nameProblem(text: string): string | null {
  if (text.includes('/')) return 'A name cannot hold a slash.';
  return text.trim() === '' ? 'A machine needs a name.' : null;
}

function titleProblem(text: string): string | null {
  return text.includes('\n') ? 'A title is one line.' : null;
}
