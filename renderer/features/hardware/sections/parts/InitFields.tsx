import { Textarea } from '@mantine/core';
import type { Domain } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { controlId, FieldGroup, FieldRow, Form, TextField, useField } from '../../fields/index.ts';
import { pathProblem } from '../../forms/parts/checks.ts';
import { TextCell } from './Cells.tsx';
import { AddButton, Row, Rows } from './Rows.tsx';

/** What a container runs. */
export function InitFields({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const { os } = domain;
  const args = useField(os, 'initArgs');
  const lines = os.initArgs.join('\n');
  return (
    <Form>
      <FieldGroup title="What runs in it">
        <TextField of={os} field="init" label="Program" placeholder="/sbin/init" check={pathProblem} />
        <FieldRow label="Arguments" hint="One in each line." field={args}>
          <Textarea
            id={controlId(args)}
            size="xs"
            autosize
            minRows={2}
            value={lines}
            onChange={(event) => {
              const text = event.currentTarget.value;
              args.set(text === '' ? [] : text.split('\n'));
            }}
          />
        </FieldRow>
        <TextField of={os} field="initDir" label="Working folder" placeholder="/" check={pathProblem} />
        <TextField of={os} field="initUser" label="User" placeholder="root" />
        <TextField of={os} field="initGroup" label="Group" placeholder="root" />
      </FieldGroup>
      <FieldGroup title="Environment">
        <Rows
          label="Environment"
          columns={['Name', 'Value']}
          widths="minmax(110px, 200px) minmax(140px, 1fr)"
          minWidth={320}
          empty="None but libvirt’s own."
          buttons={
            <AddButton
              label="Add a variable"
              onClick={() => edit.change((next) => next.os.initEnvironment.add({ name: 'NAME', value: '' }))}
            />
          }
        >
          {os.initEnvironment.map((variable) => (
            <Row
              key={edit.ids.of(variable)}
              removeLabel={`Remove ${variable.name ?? 'the variable'}`}
              onRemove={() => edit.change((next) => next.os.initEnvironment.remove(variable))}
            >
              <TextCell
                of={variable}
                field="name"
                label="Name of the variable"
                check={(text) => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text) ? null : 'Letters, digits and _.')}
              />
              <TextCell of={variable} field="value" label={`Value of ${variable.name ?? ''}`} />
            </Row>
          ))}
        </Rows>
      </FieldGroup>
    </Form>
  );
}
