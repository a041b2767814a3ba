import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OsEntry } from '../../../../../contract/index.ts';
import type { Domain } from '../../../../../model/index.ts';
import { client } from '../../../../state/host.ts';
import { controlId, FieldRow, useField } from '../../fields/index.ts';

/** The database of systems; it does not change while Virtdeck runs. */
let asked: Promise<readonly OsEntry[]> | null = null;

function systems(): Promise<readonly OsEntry[]> {
  asked ??= client()
    .osinfo.list({})
    .then(
      ({ systems: all }) => all,
      () => {
        // It is asked again when the form is opened again; without it the id is shown.
        asked = null;
        return [];
      },
    );
  return asked;
}

/** Which system is in the machine, by libosinfo's name: other programs read it too. */
export function OsChoice({ domain }: { domain: Domain }) {
  const field = useField(domain.metadata, 'os');
  const [list, setList] = useState<readonly OsEntry[]>([]);
  useEffect(() => {
    let gone = false;
    void systems().then((all) => !gone && setList(all));
    return () => {
      gone = true;
    };
  }, []);
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
        nothingFoundMessage="No such system."
        value={value}
        data={optionsOf(list, value)}
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
