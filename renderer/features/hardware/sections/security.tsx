import { IconShieldCheck } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { useEdit } from '../edit/context.tsx';
import { FieldGroup, Form, optionsFrom } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { SelectCell, TextCell, TriStateCell } from './parts/Cells.tsx';
import { type HostFacts, useHostFacts } from './parts/hostFacts.ts';
import { KeyWraps } from './parts/KeyWraps.tsx';
import { LaunchSecurityFields } from './parts/LaunchSecurityFields.tsx';
import { AddButton, Row, Rows } from './parts/Rows.tsx';

const TYPES = optionsFrom(['dynamic', 'static', 'none'], null, {
  dynamic: 'Made by libvirt',
  static: 'This one',
  none: 'None',
});

/** How the host keeps the machine apart from others, and the guest's memory from the host. */
export const security: SectionForm = {
  id: 'security',
  title: 'Security',
  icon: IconShieldCheck,
  summary: ({ launchSecurity, securityLabels }) => {
    if (launchSecurity.type !== null) return `Encrypted memory (${launchSecurity.type})`;
    const own = securityLabels.all.find(({ type }) => type !== 'dynamic');
    return own ? `Label: ${own.model ?? ''} ${own.type ?? ''}`.trim() : 'As the host does';
  },
  Form: SecurityForm,
};

function SecurityForm({ domain }: { domain: Domain }) {
  const facts = useHostFacts();
  return (
    <Form>
      <Labels domain={domain} facts={facts} />
      {domain.type !== 'lxc' && <LaunchSecurityFields domain={domain} />}
      {domain.os.arch === 's390x' && <KeyWraps domain={domain} />}
    </Form>
  );
}

function modelsOf(facts: HostFacts | null): string[] {
  const told = facts?.capabilities.host.securityModels.all.flatMap(({ model }) => model ?? []) ?? [];
  const models = told.filter((model) => model !== 'none');
  return models.length > 0 ? models : ['selinux', 'apparmor', 'dac'];
}

function Labels({ domain, facts }: { domain: Domain; facts: HostFacts | null }) {
  const edit = useEdit();
  const models = modelsOf(facts);
  const free = models.find((model) => !domain.securityLabels.find((label) => label.model === model));
  return (
    <FieldGroup title="Labels by which the host keeps it apart">
      <Rows
        label="Security labels"
        columns={['Model', 'Label', 'The label', 'Made from', 'Files are labelled']}
        widths="100px 130px minmax(120px, 1fr) minmax(100px, 1fr) 110px"
        minWidth={620}
        empty="As the host’s security models do by themselves."
        buttons={
          <AddButton
            label="Say it for a model"
            reason={free === undefined ? 'It is said for all that the host has.' : null}
            onClick={() =>
              edit.change((next) =>
                next.securityLabels.add({ type: 'dynamic', model: free ?? 'dac', relabel: true }),
              )
            }
          />
        }
      >
        {domain.securityLabels.map((label) => {
          const name = label.model ?? 'the usual model';
          return (
            <Row
              key={edit.ids.of(label)}
              removeLabel={`As ${name} does by itself`}
              onRemove={() => edit.change((next) => next.securityLabels.remove(label))}
            >
              <SelectCell
                of={label}
                field="model"
                label="Security model"
                none="The host’s usual"
                options={optionsFrom(models, null)}
              />
              <SelectCell
                of={label}
                field="type"
                label={`Label of ${name}`}
                none={null}
                options={TYPES}
                also={(type) => {
                  if (type !== 'static') label.label = null;
                  if (type !== 'dynamic') label.baseLabel = null;
                  // Without a label nothing can be labelled, and one of one's own may be wanted as it is.
                  label.relabel = type === 'dynamic' ? true : type === 'none' ? null : label.relabel;
                }}
              />
              {label.type === 'static' ? (
                <TextCell
                  of={label}
                  field="label"
                  label={`Label that ${name} has`}
                  placeholder={exampleFor(name)}
                />
              ) : (
                <span />
              )}
              {label.type === 'dynamic' ? (
                <TextCell of={label} field="baseLabel" label={`What the label of ${name} is made from`} />
              ) : (
                <span />
              )}
              <TriStateCell
                of={label}
                field="relabel"
                label={`Files are labelled for ${name}`}
                words={['Yes', 'No']}
              />
            </Row>
          );
        })}
      </Rows>
    </FieldGroup>
  );
}

function exampleFor(model: string): string {
  return { dac: '+64055:+64055', selinux: 'system_u:system_r:svirt_t:s0:c1,c2' }[model] ?? '';
}
