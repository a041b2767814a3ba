import type { Device } from '../../../../model/index.ts';
import { confirm } from '../../../ui/confirm.tsx';
import type { MachineEdit } from '../edit/machineEdit.ts';
import { formOf } from '../forms/registry.ts';
import { inList } from './select.ts';

/** Takes a device out of the proposed definition; where something depends on it, asks first. */
export async function removeHardware(edit: MachineEdit, device: Device): Promise<void> {
  const form = formOf(device);
  const dependents = form.dependents(device, edit.domain);
  if (dependents.length > 0) {
    const answer = await confirm({
      title: `Remove ${form.name(device)}?`,
      body: (
        <ul>
          {dependents.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ),
      confirmLabel: 'Remove',
      danger: true,
    });
    if (!answer.confirmed) return;
  }
  // It may have been read anew while the question was open.
  const now = edit.device(edit.ids.of(device)) ?? device;
  const next = inList(edit.domain).find((one) => one.element !== now.element);
  edit.change((domain) => form.remove(now, domain));
  edit.select(next ? edit.ids.of(next) : 'general');
}
