import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApiErrorData } from '../../../../contract/index.ts';
import { client, toErrorData } from '../../../state/host.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import classes from '../Create.module.css';
import { withArguments } from '../composer/composer.ts';
import { archOf } from '../draft/questions.ts';
import { change, changeFile, useWizard } from '../wizardStore.ts';

/** Fills in kernel, initrd and arguments from a distribution's installation tree. */
export function FromTree() {
  const { draft, offer } = useWizard();
  const [location, setLocation] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const find = async () => {
    setBusy(true);
    setError(null);
    try {
      const arch = archOf(draft, offer)?.arch ?? null;
      const connection = draft.how.connection ?? '';
      const tree = await client().sources.tree({ connection, location: location.trim(), arch });
      // Another host may have been chosen meanwhile.
      if (useWizard.getState().draft.how.connection !== connection) return;
      changeFile('kernel.kernel', fileOf(tree.kernel));
      if (tree.initrd !== null) changeFile('kernel.initrd', fileOf(tree.initrd));
      change('kernel', {
        withInitrd: tree.initrd !== null,
        arguments: withArguments(useWizard.getState().draft.kernel.arguments, tree.arguments),
      });
      if (tree.os !== null) change('os', { recognised: { id: tree.os, name: tree.name ?? tree.os } });
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Disclosure title="Take them from an installation tree" hint="Fills in what is below">
      <div className={classes.withButton}>
        <TextInput
          label="Address of the tree"
          placeholder="https://"
          value={location}
          onChange={(event) => setLocation(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <Button
          variant="default"
          loading={busy}
          disabled={location.trim() === ''}
          onClick={() => void find()}
        >
          Look for it
        </Button>
      </div>
      {error && <ErrorView title="No installation tree was found" error={error} />}
    </Disclosure>
  );
}

const fileOf = (address: string) =>
  address.startsWith('/')
    ? ({ kind: 'path', path: address } as const)
    : ({ kind: 'url', url: address } as const);
