import { Select } from '@mantine/core';
import type { OsEntry } from '../../../../../contract/index.ts';
import type { Domain } from '../../../../../model/index.ts';
import { useSystemList } from '../../../../state/systems.ts';
import { controlId, FieldRow, useField } from '../../fields/index.ts';

/** Which system is in the machine, by libosinfo's name: other programs read it too. */
export function OsChoice({ domain }: { domain: Domain }) {
  const field = useField(domain.metadata, 'os');
  const { systems, error } = useSystemList();
  const value = typeof field.value === 'string' ? field.value : null;
  return (
    <FieldRow label="Operating system" field={field}>
      <Select
        id={controlId(field)}
        size="xs"
        searchable
        clearable
        limit={50}
        placeholder="Not said"
        nothingFoundMessage={error ? 'The systems could not be listed.' : 'No such system.'}
        value={value}
        data={optionsOf(systems ?? [], value)}
        onChange={(next) => field.set(next)}
      />
    </FieldRow>
  );
}

function optionsOf(list: readonly OsEntry[], value: string | null): { value: string; label: string }[] {
  const found = new Map(list.map(({ id, name }) => [id, name]));
  if (value !== null && !found.has(value)) found.set(value, value);
  return [...found].map(([id, name]) => ({ value: id, label: name }));
}
