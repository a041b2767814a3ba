import { Stack, Textarea, TextInput } from '@mantine/core';
import { PathField } from '../../storage/browse/PathField.tsx';
import type { StepProps } from '../steps/stepProps.ts';
import { change, useWizard } from '../wizardStore.ts';

const PLAIN = { autoComplete: 'off', spellCheck: false } as const;

/** A container with a system of its own. */
export function OsContainer({ problems }: StepProps) {
  const { root, init } = useWizard((state) => state.draft.osContainer);
  const connection = useWizard((state) => state.draft.how.connection);
  return (
    <Stack gap="lg">
      <PathField
        label="Root folder"
        connection={connection}
        wish="folder"
        description="A folder on the host that holds a whole system, such as one made by debootstrap"
        placeholder="/var/lib/containers/web"
        value={root}
        onChange={(path) => change('osContainer', { root: path })}
        error={problems.root}
      />
      <TextInput
        label="Init"
        description="The program in it that is started first"
        value={init}
        onChange={(event) => change('osContainer', { init: event.currentTarget.value })}
        error={problems.init}
        {...PLAIN}
      />
    </Stack>
  );
}

/** A container that runs one program. */
export function AppContainer({ problems }: StepProps) {
  const draft = useWizard((state) => state.draft.appContainer);
  const connection = useWizard((state) => state.draft.how.connection);
  return (
    <Stack gap="lg">
      <PathField
        label="Program"
        connection={connection}
        wish="file"
        description="Its path on the host. The container ends with it."
        value={draft.init}
        onChange={(init) => change('appContainer', { init })}
        error={problems.init}
      />
      <Textarea
        label="Arguments"
        description="One a line"
        autosize
        minRows={2}
        maxRows={8}
        value={draft.arguments}
        onChange={(event) => change('appContainer', { arguments: event.currentTarget.value })}
        {...PLAIN}
      />
    </Stack>
  );
}
