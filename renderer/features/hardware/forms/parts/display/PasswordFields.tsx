import { Button, PasswordInput } from '@mantine/core';
import type { Graphics } from '../../../../../../model/index.ts';
import { useEdit } from '../../../edit/context.tsx';
import { controlId, FieldGroup, FieldRow, SelectField, TextField, useField } from '../../../fields/index.ts';

/** VNC's own authentication looks at no more. */
const VNC_LENGTH = 8;

/** Who may look: a password that can be set and replaced, and is never shown. */
export function PasswordFields({ device }: { device: Graphics }) {
  const edit = useEdit();
  const field = useField(device, 'password');
  const before = edit.before(device);
  const had = before !== undefined && before.get('@passwd') !== null;
  const now = device.password;
  const shown = field.changed || before === undefined ? (now ?? '') : '';
  const set = (text: string) => {
    const problem = 'VNC takes no more than eight characters.';
    if (device.type === 'vnc' && text.length > VNC_LENGTH) field.setTyped({ text, problem }, 'Password');
    // Nothing typed is the password that there was.
    else field.set(text === '' ? (had ? before.get('@passwd') : null) : text);
  };
  return (
    <FieldGroup title="Password">
      <FieldRow
        label="Password"
        field={field}
        hint={
          now === null
            ? 'Whoever reaches the display is let in, unless the host asks for more.'
            : 'Type to replace it; nobody can read it here.'
        }
        problem={field.typed?.problem}
      >
        <PasswordInput
          id={controlId(field)}
          size="xs"
          value={field.typed?.text ?? shown}
          placeholder={now === null ? 'None' : 'Set'}
          onChange={(event) => set(event.currentTarget.value)}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show what was typed' }}
        />
        {now !== null && (
          <Button size="compact-xs" variant="default" onClick={() => field.set(null, () => forget(device))}>
            No password
          </Button>
        )}
      </FieldRow>
      {now !== null && (
        <>
          <TextField
            of={device}
            field="passwordValidTo"
            label="Valid until"
            hint="In UTC. After it nobody is let in any more."
            placeholder="2030-12-31T23:59:59"
            check={timeProblem}
          />
          <SelectField
            of={device}
            field="connected"
            label="When it changes"
            none="Clients stay connected"
            options={[
              { value: 'keep', label: 'Clients stay connected (set)', reason: null },
              {
                value: 'disconnect',
                label: 'Clients are disconnected',
                reason: device.type === 'vnc' ? 'not with VNC' : null,
              },
              {
                value: 'fail',
                label: 'Refuse while somebody looks',
                reason: device.type === 'vnc' ? 'not with VNC' : null,
              },
            ]}
          />
        </>
      )}
    </FieldGroup>
  );
}

/** What belongs to the password goes with it. */
function forget(device: Graphics): void {
  device.passwordValidTo = null;
  device.connected = null;
}

/** What is wrong with a time; null: nothing. */
function timeProblem(text: string): string | null {
  const right = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}Z`));
  return right ? null : 'A time like 2030-12-31T23:59:59.';
}
