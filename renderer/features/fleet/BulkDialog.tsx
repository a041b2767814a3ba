import { Button, Group, Progress, Stack, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { DomainAction } from '../../../contract/index.ts';
import { connectionTitle } from '../../state/connections.ts';
import { machineName } from '../../state/machineName.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { openDialog } from '../../ui/dialogs.tsx';
import { count } from '../../ui/format.ts';
import { showError } from '../../ui/notify.tsx';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { ACTION_TEXTS } from '../actions/actionTexts.ts';
import { callAction } from '../actions/performAction.ts';
import classes from './BulkDialog.module.css';
import { type BulkPlan, type BulkResult, planBulk, runBulk, wordToType } from './bulk.ts';
import type { FleetEntry } from './entries.ts';

/** Shows what would be done to the chosen machines, does it, and lists what failed. */
export function openBulkDialog(action: DomainAction, entries: readonly FleetEntry[]): void {
  const plan = planBulk(action, entries);
  openDialog((close) => <BulkDialog action={action} plan={plan} onClose={close} />);
}

interface BulkDialogProps {
  action: DomainAction;
  plan: BulkPlan;
  onClose: () => void;
}

function BulkDialog({ action, plan, onClose }: BulkDialogProps) {
  const { label } = ACTION_TEXTS[action];
  const [todo, setTodo] = useState(plan.acts);
  const [results, setResults] = useState<readonly BulkResult[] | null>(null);
  const [running, setRunning] = useState(false);
  const [typed, setTyped] = useState('');
  const wanted = wordToType(ACTION_TEXTS[action].danger, plan.acts);
  const stop = useRef(false);

  const run = async (entries: readonly FleetEntry[]) => {
    setTodo(entries);
    setResults([]);
    setRunning(true);
    stop.current = false;
    await runBulk(
      entries,
      ({ connection, row }) => callAction(action, { connection: connection.id, uuid: row.uuid }),
      (result) => setResults((before) => [...(before ?? []), result]),
      () => stop.current,
    );
    setRunning(false);
  };
  const failed = (results ?? []).filter((result) => !result.ok);
  const close = () => {
    stop.current = true;
    onClose();
  };

  return (
    <Dialog onClose={close} title={`${label} ${count(plan.acts.length, 'machine')}`} size={560}>
      <Stack gap="md">
        {results === null ? (
          <>
            <Preview action={action} plan={plan} />
            {wanted !== null && (
              <TextInput
                data-autofocus
                label={`Some of them are on production hosts. Type ${wanted} to confirm`}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </>
        ) : (
          <Outcome action={action} total={todo.length} results={results} running={running} />
        )}
        <Group justify="flex-end" gap="xs">
          {results === null ? (
            <>
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <ReasonButton
                {...(wanted === null && { 'data-autofocus': true })}
                color={ACTION_TEXTS[action].danger ? 'red' : 'deck'}
                reason={refusalOf(plan, wanted, typed)}
                onClick={() => void run(plan.acts)}
              >
                {label}
              </ReasonButton>
            </>
          ) : (
            <>
              {!running && failed.length > 0 && (
                <Button variant="default" onClick={() => void run(failed.map(({ entry }) => entry))}>
                  Retry {count(failed.length, 'machine')}
                </Button>
              )}
              <Button variant={running ? 'default' : 'filled'} onClick={close}>
                {running ? 'Stop' : 'Close'}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function refusalOf(plan: BulkPlan, wanted: string | null, typed: string): string | null {
  if (plan.acts.length === 0) return 'None of the chosen machines can be acted upon.';
  return wanted === null || typed === wanted ? null : `Type ${wanted} first.`;
}

function Preview({ action, plan }: Pick<BulkDialogProps, 'action' | 'plan'>) {
  const text = ACTION_TEXTS[action];
  return (
    <>
      {plan.acts.length > 0 ? <p>{text.ask?.body}</p> : <p>None of the chosen machines can be acted upon.</p>}
      {plan.acts.length > 0 && <MachineList label={`${text.label}:`} entries={plan.acts} />}
      {plan.skips.length > 0 && (
        <section aria-label="Left out">
          <h3>Left out:</h3>
          <ul className={classes.list}>
            {plan.skips.map(({ entry, reason }) => (
              <li key={entry.key}>
                <MachineLabel row={entry.row} />
                <span className={classes.dim}>{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The title does not tell one machine from another, the name does. */
function MachineLabel({ row }: { row: FleetEntry['row'] }) {
  return <span>{row.title ? `${row.title} (${row.name})` : row.name}</span>;
}

function MachineList({ label, entries }: { label: string; entries: readonly FleetEntry[] }) {
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <ul className={classes.list}>
        {entries.map((entry) => (
          <li key={entry.key}>
            <MachineLabel row={entry.row} />
            <span className={classes.dim}>{connectionTitle(entry.connection)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OutcomeProps {
  action: DomainAction;
  total: number;
  results: readonly BulkResult[];
  running: boolean;
}

function Outcome({ action, total, results, running }: OutcomeProps) {
  const text = ACTION_TEXTS[action];
  const done = results.filter((result) => result.ok).length;
  const title = running ? `${text.doing} ${done} of ${total}…` : `${done} of ${total} done.`;
  return (
    <>
      <Progress value={total > 0 ? (results.length / total) * 100 : 100} aria-label="Progress" />
      <p role="status">{title}</p>
      {results.length > done && (
        <section aria-label="Failed">
          <h3>Failed:</h3>
          <ul className={classes.list}>
            {results.map(
              (result) =>
                !result.ok && (
                  <li key={result.entry.key}>
                    <MachineLabel row={result.entry.row} />
                    <span className={classes.error}>{result.error.message}</span>
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={`Details of ${machineName(result.entry.row)}`}
                      onClick={() =>
                        showError(`Could not ${text.verb} ${machineName(result.entry.row)}`, result.error)
                      }
                    >
                      Details
                    </Button>
                  </li>
                ),
            )}
          </ul>
        </section>
      )}
    </>
  );
}
