import { NativeSelect } from '@mantine/core';
import type { Option } from '../../fields/index.ts';

interface ChoiceProps {
  label: string;
  id?: string;
  value: string;
  options: readonly Option[];
  /** What no value is called; null: there has to be one. */
  none: string | null;
  onChoose: (value: string | null) => void;
}

/** A choice of which some have a reason why not. What is set can always be set again. */
export function Choice({ label, id, value, options, none, onChoose }: ChoiceProps) {
  const data = options.map((one) => ({
    value: one.value,
    label: one.reason === null ? one.label : `${one.label} (${one.reason})`,
    disabled: one.reason !== null && one.value !== value,
  }));
  return (
    <NativeSelect
      size="xs"
      {...(id === undefined ? { 'aria-label': label } : { id })}
      value={value}
      data={none === null && value !== '' ? data : [{ value: '', label: none ?? 'Choose' }, ...data]}
      onChange={(event) => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}
