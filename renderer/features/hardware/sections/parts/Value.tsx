import { TextInput } from '@mantine/core';
import type { Domain, Effect, LiveOperation } from '../../../../../model/index.ts';
import { useEdit, useEditState } from '../../edit/context.tsx';
import { controlId, FieldRow, type Option, withCurrent } from '../../fields/index.ts';
import { Choice } from './Choice.tsx';

/** Something that is said in the definition, but by no single field of it. */
export interface Value {
  /** libvirt's own words for it, and its name among all: `os firmware/feature[secure-boot]`. */
  readonly name: string;
  read(domain: Domain): string | null;
  write(domain: Domain, value: string | null): void;
  /** How a running machine is changed in it, if it can be. */
  readonly live?: LiveOperation;
}

/** Binds a control to such a thing. */
export function useValue(value: Value) {
  const edit = useEdit();
  const active = useEditState((state) => state.active);
  const typed = useEditState((state) => state.typed.get(value.name));
  const now = value.read(edit.domain);
  return {
    now,
    typed,
    field: {
      id: value.name,
      libvirtName: value.name,
      changed: now !== value.read(edit.base),
      effect: effectOf(value, active),
    },
    /** @param label the control's, in words */
    set: (next: string | null, label: string) =>
      edit.enter({ id: value.name, label, text: next ?? '' }, (domain) => value.write(domain, next)),
  };
}

function effectOf({ live }: Value, active: boolean): Effect | null {
  if (!active) return null;
  return live ? 'now' : 'next-boot';
}

interface ValueFieldProps {
  value: Value;
  label: string;
  hint?: string;
}

/** One of some values. */
export function ValueSelect({
  value,
  label,
  hint,
  options,
  none = 'Default',
}: ValueFieldProps & { options: readonly Option[]; none?: string | null }) {
  const { now, field, set } = useValue(value);
  return (
    <FieldRow label={label} hint={hint} field={field}>
      <Choice
        label={label}
        id={controlId(field)}
        value={now ?? ''}
        options={withCurrent(options, now)}
        none={none}
        onChoose={(next) => set(next, label)}
      />
    </FieldRow>
  );
}

/** A text; empty is none. */
export function ValueText({
  value,
  label,
  hint,
  placeholder = '',
}: ValueFieldProps & { placeholder?: string }) {
  const { now, typed, field, set } = useValue(value);
  return (
    <FieldRow label={label} hint={hint} field={field} problem={typed?.problem}>
      <TextInput
        id={controlId(field)}
        size="xs"
        value={typed?.text ?? now ?? ''}
        placeholder={placeholder}
        aria-invalid={typed !== undefined}
        onChange={(event) => set(event.currentTarget.value === '' ? null : event.currentTarget.value, label)}
        autoComplete="off"
        spellCheck={false}
      />
    </FieldRow>
  );
}

/** On and off with a reason why not; `none` is what libvirt does by itself. */
export const ON_OFF = (reason: string | null = null): readonly Option[] => [
  { value: 'on', label: 'On', reason },
  { value: 'off', label: 'Off', reason: null },
];
