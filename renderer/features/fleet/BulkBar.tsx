import { Button } from '@mantine/core';
import type { DomainAction } from '../../../contract/index.ts';
import { count } from '../../ui/format.ts';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { ACTION_ICONS } from '../actions/actionIcons.tsx';
import { ACTION_TEXTS } from '../actions/actionTexts.ts';
import { openBulkDialog } from './BulkDialog.tsx';
import { planBulk } from './bulk.ts';
import type { FleetEntry } from './entries.ts';
import classes from './FleetPage.module.css';
import type { FleetStore } from './fleetStore.ts';
import { clearSelection, selectedEntries } from './selection.ts';

const ACTIONS: readonly DomainAction[] = ['start', 'shutdown', 'destroy'];

/** What can be done with several machines at once; shown while several are chosen. */
export function BulkBar({ store, entries }: { store: FleetStore; entries: readonly FleetEntry[] }) {
  const selection = store((state) => state.selection);
  const chosen = selectedEntries(entries, selection);
  if (chosen.length < 2) return null;
  return (
    <div role="toolbar" aria-label="Actions for the selected machines" className={classes.bulk}>
      <strong>{count(chosen.length, 'machine')} selected</strong>
      {ACTIONS.map((action) => {
        const Icon = ACTION_ICONS[action];
        const possible = planBulk(action, chosen).acts.length;
        return (
          <ReasonButton
            key={action}
            variant="default"
            leftSection={<Icon size={15} />}
            reason={possible > 0 ? null : 'None of the selected machines allows it now.'}
            onClick={() => openBulkDialog(action, chosen)}
          >
            {ACTION_TEXTS[action].label}
          </ReasonButton>
        );
      })}
      <Button variant="subtle" px="xs" onClick={() => clearSelection(store)}>
        Clear selection
      </Button>
    </div>
  );
}
