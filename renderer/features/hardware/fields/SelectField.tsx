import { NativeSelect, Switch } from '@mantine/core';
import type { XmlNode } from '../../../../model/index.ts';
import { useEdit } from '../edit/context.tsx';
import { controlId, FieldRow } from './FieldRow.tsx';
import { type Option, optionsFrom, withCurrent } from './options.ts';
import { type BoundField, type FieldsOf, useField } from './useField.ts';

interface SelectFieldProps<N extends XmlNode> {
  of: N;
  field: FieldsOf<N, string | null>;
  label: string;
  hint?: string;
  /** What can be chosen; the values libvirt documents, if left out. */
  options?: readonly Option[];
  /** What no value means: "Hypervisor default". Null: there has to be a value. */
  none?: string | null;
  /** More that has to change together with it; runs in the same step. */
  also?: (value: string | null) => void;
}

/** One of some values. One that nobody knows, but stands there, stays and can be chosen again. */
export function SelectField<N extends XmlNode>(props: SelectFieldProps<N>) {
  const { of, field: name, label, hint, none = 'Default', also } = props;
  const edit = useEdit();
  const field = useField(of, name);
  const value = typeof field.value === 'string' ? field.value : '';
  const before = edit.before(of)?.get(pathOf(field, of));
  const options = withCurrent(props.options ?? optionsFrom(field.choices, null), value, before ?? null);
  const choose = (next: string) => {
    const wanted = next === '' ? null : next;
    edit.change(() => {
      Reflect.set(of, name, wanted);
      also?.(wanted);
    });
  };
  return (
    <FieldRow label={label} hint={hint} field={field}>
      <Choice field={field} value={value} options={options} none={none} onChoose={choose} />
    </FieldRow>
  );
}

function pathOf(field: BoundField, of: XmlNode): string {
  // libvirtName is the element's name and the path from it; the view puts its own part before paths.
  return field.libvirtName.slice(of.element.nodeName.length + 1 + of.partPath.length) || '.';
}

interface ChoiceProps {
  field: BoundField;
  value: string;
  options: readonly Option[];
  none: string | null;
  onChoose: (value: string) => void;
}

function Choice({ field, value, options, none, onChoose }: ChoiceProps) {
  const data = options.map(({ value: one, label, reason }) => ({
    value: one,
    label: reason === null ? label : `${label} (${reason})`,
    // What is set can always be set again.
    disabled: reason !== null && one !== value,
  }));
  return (
    <NativeSelect
      id={controlId(field)}
      size="xs"
      value={value}
      data={none === null && value !== '' ? data : [{ value: '', label: none ?? 'Choose' }, ...data]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}

interface BooleanFieldProps<N extends XmlNode, T> {
  of: N;
  field: FieldsOf<N, T>;
  label: string;
  hint?: string;
  /** More that has to change together with it; runs in the same step. */
  also?: (value: T) => void;
}

/** Yes or no. */
export function SwitchField<N extends XmlNode>(props: BooleanFieldProps<N, boolean>) {
  const { of, field: name, label, hint, also } = props;
  const field = useField(of, name);
  const choose = (value: boolean) => field.set(value, () => also?.(value));
  return (
    <FieldRow label={label} hint={hint} field={field}>
      <Switch
        id={controlId(field)}
        size="xs"
        checked={field.value === true}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
    </FieldRow>
  );
}

/** Yes, no, or what libvirt chooses by itself. */
export function TriStateField<N extends XmlNode>(
  props: BooleanFieldProps<N, boolean | null> & { none?: string },
) {
  const { of, field: name, label, hint, none = 'Default', also } = props;
  const field = useField(of, name);
  const choose = (value: boolean | null) => field.set(value, () => also?.(value));
  const options = [
    { value: 'on', label: 'On', reason: null },
    { value: 'off', label: 'Off', reason: null },
  ];
  const value = field.value === true ? 'on' : field.value === false ? 'off' : '';
  return (
    <FieldRow label={label} hint={hint} field={field}>
      <Choice
        field={field}
        value={value}
        options={options}
        none={none}
        onChoose={(next) => choose(next === '' ? null : next === 'on')}
      />
    </FieldRow>
  );
}
