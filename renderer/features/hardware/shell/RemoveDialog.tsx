import type { Device } from '../../../../model/index.ts';
import { confirm } from '../../../ui/confirm.tsx';
import { focusSoon } from '../../../ui/focus.ts';
import type { MachineEdit } from '../edit/machineEdit.ts';
import { formOf } from '../forms/registry.ts';
import { DeleteStorage } from './DeleteStorage.tsx';
import { inList } from './select.ts';

/** Takes a device out of the proposed definition; where something depends on it, asks first. */
export async function removeHardware(edit: MachineEdit, device: Device): Promise<void> {
  const form = formOf(device);
  const dependents = form.dependents(device, edit.domain);
  const storage = storageOf(edit, device);
  let deletes = false;
  if (dependents.length > 0 || storage !== null) {
    const answer = await confirm({
      title: `Remove ${form.name(device)}?`,
      body: (
        <>
          {dependents.length > 0 && (
            <ul>
              {dependents.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          {storage !== null && (
            <DeleteStorage
              connection={edit.source.connection}
              machine={edit.domain.uuid}
              path={storage}
              onChange={(wanted) => {
                deletes = wanted;
              }}
            />
          )}
        </>
      ),
      confirmLabel: 'Remove',
      danger: true,
    });
    if (!answer.confirmed) return;
  }
  // It may have been read anew while the question was open.
  const now = edit.device(edit.ids.of(device)) ?? device;
  const next = inList(edit.domain).find((one) => one.element !== now.element);
  if (deletes && storage !== null) edit.storage.delete(storage);
  edit.change((domain) => form.remove(now, domain));
  const selected = next ? edit.ids.of(next) : 'general';
  edit.select(selected);
  // The button that was pressed has gone with its device: the keyboard goes on in the list.
  focusSoon('data-item', selected);
}

/** Storage that could be deleted with the device: that which is there already, of a machine that is. */
function storageOf(edit: MachineEdit, device: Device): string | null {
  const path = formOf(device).storage(device);
  if (path === null || edit.source.kind === 'draft') return null;
  return edit.storage.store.getState().newVolumes.has(path) ? null : path;
}
