import { Button, Loader, NativeSelect, Stack } from '@mantine/core';
import { useConnections } from '../../../state/connections.ts';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { openAddConnection } from '../../connections/ConnectionDialog.tsx';
import { Architecture } from '../how/Architecture.tsx';
import { hostLabel, hostProblem } from '../how/hostWords.ts';
import { METHOD_ORDER, METHODS } from '../how/methods.ts';
import { RecipeList } from '../how/RecipeList.tsx';
import { RadioList } from '../parts/Choice.tsx';
import { Note } from '../parts/Note.tsx';
import { change, chooseHost, useWizard } from '../wizardStore.ts';
import type { StepProps } from './stepProps.ts';

/** On which host, and by which means. */
export function HowStep({ problems }: StepProps) {
  const { draft, offer, offerError } = useWizard();
  const connections = useConnections((state) => state.byId);
  const { connection, method } = draft.how;
  const list = [...connections.values()];
  if (list.length === 0) {
    return (
      <Stack gap="md" align="flex-start">
        <p>There is no host yet to make a machine on.</p>
        <Button onClick={openAddConnection}>Add connection</Button>
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <NativeSelect
        label="Host"
        value={connection ?? ''}
        onChange={(event) => event.currentTarget.value && void chooseHost(event.currentTarget.value)}
        error={problems.connection ?? offer?.refusal}
        data={[
          ...(connection === null ? [{ value: '', label: 'Choose a host' }] : []),
          ...list.map((one) => ({
            value: one.id,
            label: hostLabel(one),
            disabled: hostProblem(one) !== null,
          })),
        ]}
      />
      {list.every((one) => hostProblem(one) !== null) && (
        <Note warning>No host can make machines now: connect to one first, in the sidebar.</Note>
      )}
      {connection !== null && !offer && !offerError && <Loader size="sm" aria-label="Asking the host" />}
      {offerError && connection !== null && (
        <ErrorView
          title="The host could not be asked what it offers"
          error={offerError}
          again={() => void chooseHost(connection, true)}
        />
      )}
      {offer && !offer.refusal && (
        <>
          <RecipeList />
          <RadioList
            label="Method"
            value={method}
            onChange={(chosen) => change('how', { method: chosen })}
            options={METHOD_ORDER.filter((one) =>
              offer.methods.some((offered) => offered.method === one),
            ).map((one) => ({
              value: one,
              ...METHODS[one],
              refusal: offer.methods.find((offered) => offered.method === one)?.refusal,
            }))}
            error={problems.method}
          />
          <Architecture offer={offer} />
        </>
      )}
    </Stack>
  );
}
