import {
  type Device,
  domainEffect,
  driverOf,
  type Effect,
  effectRunning,
  fieldOf,
  fitsRunning,
  liveOperation,
  type Place,
  specOf,
  type XmlNode,
} from '../../../../model/index.ts';
import { useEdit, useEditState } from '../edit/context.tsx';
import type { Typed } from '../edit/editState.ts';
import type { MachineEdit } from '../edit/machineEdit.ts';

/** The names of a node's fields that can hold such values. */
export type FieldsOf<N, T> = { [K in keyof N]-?: [T] extends [N[K]] ? K : never }[keyof N] & string;

/** One field of the proposed definition, for a control. */
export interface BoundField {
  /** Names the control, and what was typed into it, among all of the edit's. */
  readonly id: string;
  readonly value: unknown;
  /** libvirt's own name: `disk driver/@cache`. */
  readonly libvirtName: string;
  /** It differs from what the edit began from. */
  readonly changed: boolean;
  /** When a change of it takes effect; null: the machine is off, so there is nothing to say. */
  readonly effect: Effect | null;
  /** What was typed and cannot be taken. */
  readonly typed: Typed | undefined;
  /** Values libvirt documents for it. */
  readonly choices: readonly string[];
  /** @param also more that has to change together with it; runs in the same step */
  set(value: unknown, also?: () => void): void;
  setTyped(typed: Omit<Typed, 'label'> | null, label: string): void;
}

/** Binds a control to a field of a node. */
export function useField(node: XmlNode, name: string): BoundField {
  const edit = useEdit();
  const active = useEditState((state) => state.active);
  const typed = useEditState((state) => state.typed);
  const field = fieldOf(node, name);
  if (!field) throw new Error(`There is no field ${name}`);
  const id = fieldId(edit, node, name);
  const before = edit.before(node);
  const value = field.read(node);
  return {
    id,
    value,
    libvirtName: `${node.element.nodeName}/${node.pathTo(field.path)}`.replace('/.', ''),
    changed: before === undefined ? false : !same(field.read(before), value),
    effect: active
      ? effectOf(edit, node, name, { before: isSet(before && field.read(before)), after: isSet(value) })
      : null,
    typed: typed.get(id),
    choices: field.choices ?? [],
    set: (next, also) =>
      edit.enter({ id, label: name, text: String(next ?? '') }, () => {
        field.write(node, next);
        also?.();
      }),
    setTyped: (wrong, label) => edit.setTyped(id, wrong && { ...wrong, label }),
  };
}

function fieldId(edit: MachineEdit, node: XmlNode, name: string): string {
  const owner = node.element === edit.domain.element ? 'domain' : edit.ids.of(node);
  return `${owner}/${node.partPath}${name}`;
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function same(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.join('\n') === b.join('\n') : a === b;
}

/** When a change of a field takes effect, as the comparison of the documents will say. */
function effectOf(
  edit: MachineEdit,
  node: XmlNode,
  name: string,
  values: { readonly before: boolean; readonly after: boolean },
): Effect {
  const { domain } = edit;
  const driver = driverOf(domain.type);
  const device = domain.devices.find((one) => one.element === node.element);
  const inside = [...sectionsOf(device ?? domain, node.partPath), name];
  const fields = device ? [listOf(device), ...inside] : inside;
  // What is not there yet comes with its device.
  const place: Place = { kind: 'changed', fields, device, values };
  const running = edit.live;
  const fits = () =>
    device !== undefined ||
    running === null ||
    fitsRunning({ live: liveOperation(driver, place), key: fields.join('/') }, running, domain);
  return effectRunning(domainEffect(driver, place), fits, edit.transient);
}

/** The accessors on the way to a part: `source/` is `source`. */
function sectionsOf(node: XmlNode, partPath: string): string[] {
  if (partPath === '') return [];
  const found = Object.entries(specOf(node)).find(
    ([, part]) => part.kind === 'section' && partPath.startsWith(`${part.path}/`),
  );
  return found ? [found[0]] : [];
}

/** Where the accessor's name is not the element's with an s. */
const LISTS: Readonly<Record<string, string>> = {
  graphics: 'graphics',
  memory: 'memoryDevices',
  redirfilter: 'redirFilters',
};

function listOf(device: Device): string {
  const { nodeName } = device.element;
  return LISTS[nodeName] ?? `${nodeName}s`;
}
