import { Button, Checkbox, Group, Loader, Stack, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { readSystems, useSystemList } from '../../../state/systems.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { openDialog } from '../../../ui/dialogs.tsx';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { count } from '../../../ui/format.ts';
import classes from '../Create.module.css';
import { osOf } from '../draft/questions.ts';
import { Dim } from '../parts/Note.tsx';
import { change, useWizard } from '../wizardStore.ts';
import { findSystems } from './findSystems.ts';

/** Systems shown at once; typing finds the others. */
const SHOWN = 100;

/** Lets the user choose the system from all that are known. */
export function openOsList(): void {
  openDialog((close) => <OsDialog onClose={close} />);
}

function OsDialog({ onClose }: { onClose: () => void }) {
  const { systems, error } = useSystemList();
  const current = useWizard((state) => osOf(state.draft));
  const [typed, setTyped] = useState('');
  const [unsupported, setUnsupported] = useState(false);
  const [chosen, setChosen] = useState<string | null>(current);
  const { found, hidden, more } = findSystems(systems ?? [], typed, { unsupported, limit: SHOWN });
  const take = (id: string | null) => {
    const system = systems?.find((one) => one.id === id);
    // Of one that is not in the list, as long as that is not read, nothing else is known: it stays.
    if (system || id === null) {
      change('os', { choice: 'chosen', chosen: system ? { id: system.id, name: system.name } : null });
    }
    onClose();
  };
  return (
    <Dialog onClose={onClose} title="Operating system" size={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // Enter takes the only one that fits what was typed.
          take(found.length === 1 && typed ? (found[0]?.id ?? null) : chosen);
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            aria-label="Search systems"
            placeholder="Search: debian 12, win11…"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            leftSection={<IconSearch size={15} aria-hidden />}
            spellCheck={false}
            autoComplete="off"
          />
          {error && <ErrorView title="The systems could not be listed" error={error} again={readSystems} />}
          {!systems && !error && <Loader size="sm" aria-label="Reading the systems" />}
          <div role="radiogroup" aria-label="Operating systems" className={classes.systems}>
            <SystemLine
              name="Generic"
              hint="any system"
              checked={chosen === null}
              onChoose={() => setChosen(null)}
            />
            {found.map(({ id, name, shortId, supported }) => (
              <SystemLine
                key={id}
                name={name}
                hint={supported ? shortId : `${shortId}, unsupported`}
                checked={chosen === id}
                onChoose={() => setChosen(id)}
              />
            ))}
          </div>
          {systems && found.length === 0 && (
            <Dim>No {unsupported ? '' : 'supported '}system is called that.</Dim>
          )}
          {more && <Dim>{SHOWN} shown. Search to find the others.</Dim>}
          <Checkbox
            label={`Show unsupported releases${hidden > 0 ? ` (${count(hidden, 'more', 'more')})` : ''}`}
            checked={unsupported}
            onChange={(event) => setUnsupported(event.currentTarget.checked)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Choose</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface SystemLineProps {
  name: string;
  hint: string;
  checked: boolean;
  onChoose: () => void;
}

function SystemLine({ name, hint, checked, onChoose }: SystemLineProps) {
  return (
    <label className={classes.system}>
      <input type="radio" name="system" aria-label={name} checked={checked} onChange={onChoose} />
      <span className={classes.volumeName}>{name}</span>
      <Dim>{hint}</Dim>
    </label>
  );
}
