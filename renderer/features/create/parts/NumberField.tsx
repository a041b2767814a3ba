import { NumberInput, type NumberInputProps } from '@mantine/core';

interface NumberFieldProps
  extends Omit<NumberInputProps, 'value' | 'onChange' | 'min' | 'max' | 'error' | 'description'> {
  label: string;
  /** Null: what is recommended. NaN: the field is empty. */
  value: number | null;
  recommended: number;
  onChange: (value: number) => void;
  error?: string | undefined;
  description?: string | undefined;
}

/** A number that has a recommended value until another one is typed. Nothing typed is changed or clamped. */
export function NumberField({ value, recommended, onChange, error, ...rest }: NumberFieldProps) {
  const shown = value ?? recommended;
  return (
    <NumberInput
      min={0}
      clampBehavior="none"
      allowNegative={false}
      value={Number.isNaN(shown) ? '' : shown}
      onChange={(next) => {
        // It tells also of the value that it was given; that is none the user chose.
        if (next === shown) return;
        onChange(typeof next === 'number' ? next : Number.NaN);
      }}
      error={error}
      {...rest}
    />
  );
}
