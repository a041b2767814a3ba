import { TextInput } from '@mantine/core';
import type { XmlNode } from '../../../../model/index.ts';
import { UnitChoice, useAmount } from './amount.tsx';
import { controlId, FieldRow } from './FieldRow.tsx';
import classes from './Fields.module.css';
import { numberProblem } from './numbers.ts';
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
  const { of, field: name, label, hint, placeholder = '', ...limits } = props;
  const field = useField(of, name);
  const amount = useAmount(field, label, limits);
  return (
    <FieldRow label={label} hint={hint} field={field} problem={field.typed?.problem}>
      <TextInput
        id={controlId(field)}
        size="xs"
        inputMode="decimal"
        value={field.typed?.text ?? amount.shown}
        placeholder={placeholder}
        aria-invalid={field.typed !== undefined}
        onChange={(event) => amount.change(event.currentTarget.value)}
        autoComplete="off"
      />
      <UnitChoice amount={amount} label={label} className={classes.unit} />
    </FieldRow>
  );
}
