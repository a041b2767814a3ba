import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { XmlNode } from '../../../../model/index.ts';
import { controlId, FieldRow } from './FieldRow.tsx';
import classes from './Fields.module.css';
import { BINARY_UNITS, numberProblem, parseAmount, unitFor } from './numbers.ts';
import { type FieldsOf, useField } from './useField.ts';

interface NumberFieldProps<N extends XmlNode> {
  of: N;
  field: FieldsOf<N, number | null>;
  label: string;
  hint?: string;
  placeholder?: string;
  min?: number;
  max?: number;
  /** False: it cannot be left empty. */
  optional?: boolean;
  /** Shown after it: "ms". */
  suffix?: string;
  /** More that has to change together with it; runs in the same step. */
  also?: () => void;
}

/** A whole number; empty is none, where that is allowed. */
export function NumberField<N extends XmlNode>(props: NumberFieldProps<N>) {
  const {
    of,
    field: name,
    label,
    hint,
    placeholder = '',
    min = 0,
    max,
    optional = true,
    suffix,
    also,
  } = props;
  const field = useField(of, name);
  const change = (text: string) => {
    const problem = numberProblem(text, { min, max, optional });
    if (problem !== null) field.setTyped({ text, problem }, label);
    else field.set(text.trim() === '' ? null : Number(text), also);
  };
  return (
    <FieldRow label={label} hint={hint} field={field} problem={field.typed?.problem}>
      <TextInput
        id={controlId(field)}
        size="xs"
        inputMode="numeric"
        value={field.typed?.text ?? (typeof field.value === 'number' ? String(field.value) : '')}
        placeholder={placeholder}
        aria-invalid={field.typed !== undefined}
        onChange={(event) => change(event.currentTarget.value)}
        autoComplete="off"
      />
      {suffix !== undefined && <span className={classes.effect}>{suffix}</span>}
    </FieldRow>
  );
}

interface SizeFieldProps<N extends XmlNode> extends Omit<NumberFieldProps<N>, 'suffix'> {
  /** The field's own unit in bytes: 1 for accessors made by `size`, 1024 for a number of KiB. */
  scale?: number;
}

/** An amount of bytes, with a unit that one can choose. `min` and `max` are bytes. */
export function SizeField<N extends XmlNode>(props: SizeFieldProps<N>) {
  const { of, field: name, label, hint, placeholder = '', optional = true, scale = 1 } = props;
  const field = useField(of, name);
  const bytes = typeof field.value === 'number' ? field.value * scale : null;
  const [chosen, setChosen] = useState<string | null>(null);
  const unit = chosen ?? unitFor(bytes);
  const change = (text: string, inUnit: string) => {
    const amount = parseAmount(text, inUnit, { optional, scale, min: props.min ?? 0, max: props.max });
    if (typeof amount === 'string') field.setTyped({ text, problem: amount }, label);
    else field.set(amount === null ? null : amount / scale, props.also);
  };
  const shown = bytes === null ? '' : String(bytes / (BINARY_UNITS[unit] ?? 1));
  return (
    <FieldRow label={label} hint={hint} field={field} problem={field.typed?.problem}>
      <TextInput
        id={controlId(field)}
        size="xs"
        inputMode="decimal"
        value={field.typed?.text ?? shown}
        placeholder={placeholder}
        aria-invalid={field.typed !== undefined}
        onChange={(event) => change(event.currentTarget.value, unit)}
        autoComplete="off"
      />
      <NativeSelect
        size="xs"
        className={classes.unit}
        aria-label={`Unit of ${label}`}
        value={unit}
        data={Object.keys(BINARY_UNITS)}
        onChange={(event) => {
          setChosen(event.currentTarget.value);
          // What stands there wrong is wrong or right in the new unit.
          if (field.typed) change(field.typed.text, event.currentTarget.value);
        }}
      />
    </FieldRow>
  );
}
