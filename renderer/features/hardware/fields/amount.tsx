import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { amountText, BINARY_UNITS, parseAmount, type TypedAmount, unitFor } from './numbers.ts';
import type { BoundField } from './useField.ts';

/** What an amount may be; `min` and `max` are bytes. */
export interface AmountLimits {
  min?: number | undefined;
  max?: number | undefined;
  /** False: it cannot be left empty. */
  optional?: boolean | undefined;
  /** The field's own unit in bytes: 1 for accessors made by `size`, 1024 for a number of KiB. */
  scale?: number | undefined;
  /** More that has to change together with it; runs in the same step. */
  also?: (() => void) | undefined;
}

/** An amount of bytes as it is typed: a number, and the unit that it is in. */
export interface Amount {
  /** The value in the unit; empty: there is none. */
  readonly shown: string;
  readonly unit: string;
  change(text: string): void;
  choose(unit: string): void;
}

/** Binds a number and its unit to a field. */
export function useAmount(
  field: BoundField,
  label: string,
  { min = 0, max, optional = true, scale = 1, also }: AmountLimits,
): Amount {
  const [chosen, setChosen] = useState<string | null>(null);
  const [own, setOwn] = useState<TypedAmount | null>(null);
  const bytes = typeof field.value === 'number' ? field.value * scale : null;
  const unit = chosen ?? unitFor(bytes);
  const take = (text: string, inUnit: string) => {
    const amount = parseAmount(text, inUnit, { optional, scale, min, max });
    if (typeof amount === 'string') field.setTyped({ text, problem: amount }, label);
    else field.set(amount === null ? null : amount / scale, also);
    setOwn(typeof amount === 'string' ? null : { text, unit: inUnit, bytes: amount });
  };
  return {
    shown: amountText(bytes, unit, own),
    unit,
    change: (text) => {
      // More may be typed: 1024 MiB are 1 GiB only when nothing comes after it.
      setChosen(unit);
      take(text, unit);
    },
    choose: (next) => {
      setChosen(next);
      // What stands there wrong is wrong or right in the new unit.
      if (field.typed) take(field.typed.text, next);
    },
  };
}

/** The unit of an amount. */
export function UnitChoice({
  amount,
  label,
  className,
}: {
  amount: Amount;
  label: string;
  className: string | undefined;
}) {
  return (
    <NativeSelect
      size="xs"
      className={className}
      aria-label={`Unit of ${label}`}
      value={amount.unit}
      data={Object.keys(BINARY_UNITS)}
      onChange={(event) => amount.choose(event.currentTarget.value)}
    />
  );
}
