import { Checkbox, Group } from '@mantine/core';

interface PickManyProps {
  /** The accessible name of the group. */
  label: string;
  /** Those that are chosen; ones without words are shown too. */
  values: readonly string[];
  words: Readonly<Record<string, string>>;
  onChange: (values: readonly string[]) => void;
}

/** Any number of some values. */
export function PickMany({ label, values, words, onChange }: PickManyProps) {
  const all = [...new Set([...Object.keys(words), ...values])];
  return (
    <Group gap="md" role="group" aria-label={label}>
      {all.map((value) => (
        <Checkbox
          key={value}
          size="xs"
          label={words[value] ?? value}
          checked={values.includes(value)}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            onChange(on ? [...values, value] : values.filter((one) => one !== value));
          }}
        />
      ))}
    </Group>
  );
}
