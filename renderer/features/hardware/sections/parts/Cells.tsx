import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import type { XmlNode } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { type AmountLimits, UnitChoice, useAmount } from '../../fields/amount.tsx';
import {
  type BoundField,
  type FieldsOf,
  type Option,
  optionsFrom,
  useField,
  withCurrent,
} from '../../fields/index.ts';
import { numberProblem } from '../../fields/numbers.ts';
import { Choice } from './Choice.tsx';
import classes from './Rows.module.css';

interface CellProps<N extends XmlNode, T> {
  of: N;
  field: FieldsOf<N, T>;
  /** The accessible name: "Processors of vCPU 2". */
  label: string;
  placeholder?: string;
}

/** A field in a table. What was typed wrong goes with its row. */
function useCell(node: XmlNode, name: string): BoundField {
  const edit = useEdit();
  const field = useField(node, name);
  const { element } = node;
  useEffect(
    () => () => {
      if (!isWithin(element, edit.domain.element)) edit.setTyped(field.id, null);
    },
    [edit, element, field.id],
  );
  return field;
}

function isWithin(element: XmlNode['element'], root: XmlNode['element']): boolean {
  let at: { readonly parentNode: unknown } | null = element;
  while (at !== null) {
    if (at === root) return true;
    const above: unknown = at.parentNode;
    at = isNode(above) ? above : null;
  }
  return false;
}

function isNode(value: unknown): value is { readonly parentNode: unknown } {
  return typeof value === 'object' && value !== null && 'parentNode' in value;
}

interface CellBoxProps {
  field: BoundField;
  label: string;
  children: ReactNode;
}

function Cell({ field, label, children }: CellBoxProps) {
  return (
    <div
      className={classes.cell}
      data-field={field.libvirtName}
      data-label={label}
      title={`libvirt: ${field.libvirtName}`}
    >
      {children}
      {field.typed && (
        <p className={classes.problem} role="alert">
          {field.typed.problem}
        </p>
      )}
    </div>
  );
}

interface InputProps {
  field: BoundField;
  label: string;
  shown: string;
  placeholder?: string | undefined;
  numeric?: boolean;
  onChange: (text: string) => void;
}

function Input({ field, label, shown, placeholder = '', numeric = false, onChange }: InputProps) {
  return (
    <TextInput
      size="xs"
      aria-label={label}
      inputMode={numeric ? 'numeric' : 'text'}
      value={field.typed?.text ?? shown}
      placeholder={placeholder}
      aria-invalid={field.typed !== undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

/** A text; empty is none. */
export function TextCell<N extends XmlNode>(
  props: CellProps<N, string | null> & { check?: (text: string) => string | null },
) {
  const { label, placeholder, check } = props;
  const field = useCell(props.of, props.field);
  const change = (text: string) => {
    const problem = text === '' ? null : (check?.(text) ?? null);
    if (problem !== null) field.setTyped({ text, problem }, label);
    else field.set(text === '' ? null : text);
  };
  const shown = typeof field.value === 'string' ? field.value : '';
  return (
    <Cell field={field} label={label}>
      <Input field={field} label={label} shown={shown} placeholder={placeholder} onChange={change} />
    </Cell>
  );
}

interface Limits {
  min?: number;
  max?: number;
  optional?: boolean;
}

/** A whole number. */
export function NumberCell<N extends XmlNode>(props: CellProps<N, number | null> & Limits) {
  const { label, placeholder, min = 0, max, optional = true } = props;
  const field = useCell(props.of, props.field);
  const change = (text: string) => {
    const problem = numberProblem(text, { min, max, optional });
    if (problem !== null) field.setTyped({ text, problem }, label);
    else field.set(text.trim() === '' ? null : Number(text));
  };
  const shown = typeof field.value === 'number' ? String(field.value) : '';
  return (
    <Cell field={field} label={label}>
      <Input field={field} label={label} shown={shown} placeholder={placeholder} numeric onChange={change} />
    </Cell>
  );
}

/** An amount of bytes; limits as in SizeField. */
export function SizeCell<N extends XmlNode>(props: CellProps<N, number | null> & AmountLimits) {
  const { of, field: name, label, placeholder, ...limits } = props;
  const field = useCell(of, name);
  const amount = useAmount(field, label, limits);
  return (
    <Cell field={field} label={label}>
      <div className={classes.line}>
        <Input
          field={field}
          label={label}
          shown={amount.shown}
          placeholder={placeholder}
          numeric
          onChange={amount.change}
        />
        <UnitChoice amount={amount} label={label} className={classes.unit} />
      </div>
    </Cell>
  );
}

/** One of some values; one that nobody knows stays. */
export function SelectCell<N extends XmlNode>(
  props: CellProps<N, string | null> & {
    options?: readonly Option[];
    none?: string | null;
    also?: (value: string | null) => void;
  },
) {
  const { label, none = 'Default', also } = props;
  const field = useCell(props.of, props.field);
  const value = typeof field.value === 'string' ? field.value : '';
  const options = withCurrent(props.options ?? optionsFrom(field.choices, null), value);
  return (
    <Cell field={field} label={label}>
      <Choice
        label={label}
        value={value}
        options={options}
        none={none}
        onChoose={(next) => field.set(next, () => also?.(next))}
      />
    </Cell>
  );
}

/** On, off, or libvirt's choice. */
export function TriStateCell<N extends XmlNode>(
  props: CellProps<N, boolean | null> & { none?: string; words?: readonly [on: string, off: string] },
) {
  const { label, none = 'Default', words = ['On', 'Off'] } = props;
  const field = useCell(props.of, props.field);
  const value = field.value === true ? 'on' : field.value === false ? 'off' : '';
  return (
    <Cell field={field} label={label}>
      <Choice
        label={label}
        value={value}
        options={[
          { value: 'on', label: words[0], reason: null },
          { value: 'off', label: words[1], reason: null },
        ]}
        none={none}
        onChoose={(next) => field.set(next === null ? null : next === 'on')}
      />
    </Cell>
  );
}
