import { Button } from '@mantine/core';
import type { DomainAction } from '../../../contract/index.ts';
import { count } from '../../ui/format.ts';
import { MoreMenu } from '../../ui/MoreMenu.tsx';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { ACTION_ICONS } from '../actions/actionIcons.tsx';
import { ACTION_ORDER, ACTION_TEXTS } from '../actions/actionTexts.ts';
import { openBulkDialog } from './BulkDialog.tsx';
import { planBulk } from './bulk.ts';
import type { FleetEntry } from './entries.ts';
import classes from './FleetPage.module.css';
import type { FleetStore } from './fleetStore.ts';
import { clearSelection, selectedEntries } from './selection.ts';

const BUTTONS: readonly DomainAction[] = ['start', 'shutdown', 'destroy'];
const MORE: readonly DomainAction[] = ACTION_ORDER.filter((action) => !BUTTONS.includes(action));

/** What can be done with several machines at once; shown while several are chosen. */
export function BulkBar({ store, entries }: { store: FleetStore; entries: readonly FleetEntry[] }) {
  const selection = store((state) => state.selection);
  const chosen = selectedEntries(entries, selection);
  if (chosen.length < 2) return null;
  return (
    <div role="toolbar" aria-label="Actions for the selected machines" className={classes.bulk}>
      <strong>{count(chosen.length, 'machine')} selected</strong>
      {BUTTONS.map((action) => {
        const Icon = ACTION_ICONS[action];
        return (
          <ReasonButton
            key={action}
            variant="default"
            leftSection={<Icon size={15} />}
            reason={reasonOf(action, chosen)}
            onClick={() => openBulkDialog(action, chosen)}
          >
            {ACTION_TEXTS[action].label}
          </ReasonButton>
        );
      })}
      <MoreActions chosen={chosen} />
      <Button variant="subtle" px="xs" onClick={() => clearSelection(store)}>
        Clear selection
      </Button>
    </div>
  );
}

function MoreActions({ chosen }: { chosen: readonly FleetEntry[] }) {
  const lines = MORE.map((action) => {
    const Icon = ACTION_ICONS[action];
    const { label, danger } = ACTION_TEXTS[action];
    const reason = reasonOf(action, chosen);
    return { label, danger, reason, icon: <Icon size={15} />, run: () => openBulkDialog(action, chosen) };
  });
  return <MoreMenu label="More actions for the selected machines" side="start" entries={lines} />;
}

/** Why an action is no use now; null: it is. */
function reasonOf(action: DomainAction, chosen: readonly FleetEntry[]): string | null {
  return planBulk(action, chosen).acts.length > 0 ? null : 'None of the selected machines allows it now.';
}
