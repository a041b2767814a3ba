import { IconTerminal2 } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { FieldGroup, Form } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { Remark } from '../forms/parts/Remark.tsx';
import classes from './parts/Rows.module.css';

/** What is passed on to the hypervisor unseen by libvirt. */
export const namespaces: SectionForm = {
  id: 'namespaces',
  title: 'Passed on to the hypervisor',
  icon: IconTerminal2,
  summary: (domain) => {
    const count = textsOf(domain).reduce((all, [, lines]) => all + lines.length, 0);
    return `${count} ${count === 1 ? 'entry' : 'entries'}`;
  },
  applies: (domain) => textsOf(domain).length > 0,
  Form: NamespacesForm,
};

type Text = readonly [title: string, lines: readonly string[]];

/** What there is, in groups. */
function textsOf(domain: Domain): Text[] {
  const { qemuCommandline, bhyveCommandline, xenCommandline, qemuCapabilities } = domain;
  const variables = [...qemuCommandline.env.all, ...bhyveCommandline.env.all];
  const all: Text[] = [
    ['QEMU’s arguments', qemuCommandline.args.map(({ value }) => value ?? '')],
    ['bhyve’s arguments', bhyveCommandline.args.map(({ value }) => value ?? '')],
    ['Arguments of Xen’s device model', xenCommandline.args.map(({ value }) => value ?? '')],
    ['Environment', variables.map(({ name, value }) => `${name ?? ''}=${value ?? ''}`)],
    ['Capabilities of QEMU that are assumed', [...qemuCapabilities.add]],
    ['Capabilities of QEMU that are left out', [...qemuCapabilities.remove]],
    ['What is outdated', domain.qemuDeprecation === null ? [] : [domain.qemuDeprecation]],
    ['Properties of devices', overrides(domain)],
    ['VMware', [domain.vmwareDatacenterPath, domain.vmwareMoref].filter((text) => text !== null)],
  ];
  return all.filter(([, lines]) => lines.length > 0);
}

function overrides({ qemuOverrides }: Domain): string[] {
  return qemuOverrides.all.flatMap(({ alias, properties }) =>
    properties.map(({ name, type, value }) => `${alias ?? ''}: ${name ?? ''}=${value ?? ''} (${type ?? ''})`),
  );
}

function NamespacesForm({ domain }: { domain: Domain }) {
  return (
    <Form>
      <Remark>
        libvirt hands these on as they stand, and marks the machine as tainted. They are changed in the XML
        tab of the machine.
      </Remark>
      {textsOf(domain).map(([title, lines]) => (
        <FieldGroup key={title} title={title}>
          <pre className={classes.code}>{lines.join('\n')}</pre>
        </FieldGroup>
      ))}
    </Form>
  );
}
