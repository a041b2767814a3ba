import { changePlatform, resetPlatform } from '../platform/changePlatform.ts';
import { optionsOf } from '../platform/fields.ts';
import { change, useWizard } from '../wizardStore.ts';

/** What Windows is given drivers for by the medium. */
const FIELDS = ['diskBus', 'cardModel'] as const;

/**
 * With a medium of virtio drivers disks and cards are virtio ones: choices of the platform like any others, shown and
 * taken back there. What the user has chosen differently stays.
 */
export function insertDrivers(wanted: boolean): void {
  change('iso', { withDrivers: wanted });
  const { draft, defaults } = useWizard.getState();
  for (const field of FIELDS) {
    if (!wanted) {
      if (draft.platform[field] === 'virtio') resetPlatform(field);
      continue;
    }
    const virtio = optionsOf(defaults.value, field).find(({ value }) => value === 'virtio');
    const isChosen = draft.platform[field] !== undefined;
    if (defaults.value && virtio?.refusal === null && !isChosen)
      changePlatform(defaults.value, field, 'virtio');
  }
}
