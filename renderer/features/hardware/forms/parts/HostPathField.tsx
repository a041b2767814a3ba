import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { XmlNode } from '../../../../../model/index.ts';
import { openBrowse } from '../../../storage/browse/BrowseDialog.tsx';
import { type FieldsOf, TextField, useField } from '../../fields/index.ts';
import { useFormHost } from '../formHost.tsx';
import { pathProblem } from './checks.ts';

interface HostPathFieldProps<N extends XmlNode> {
  of: N;
  field: FieldsOf<N, string | null>;
  label: string;
  /** What is looked for. */
  wish: 'file' | 'folder';
  hint?: string;
  placeholder?: string;
}

/** A path of the host: typed, or chosen among what is there. */
export function HostPathField<N extends XmlNode>(props: HostPathFieldProps<N>) {
  const { of, field, label, wish, hint, placeholder = '/path/on/the/host' } = props;
  const { connection } = useFormHost();
  const bound = useField(of, field);
  const path = typeof bound.value === 'string' ? bound.value : '';
  // The definition may be read anew while somebody looks through folders.
  const latest = useRef(bound);
  useEffect(() => {
    latest.current = bound;
  });
  const browse = () =>
    openBrowse({ connection, label, wish, path, onChoose: (chosen) => latest.current.set(chosen) });
  return (
    <TextField
      of={of}
      field={field}
      label={label}
      placeholder={placeholder}
      check={pathProblem}
      {...(hint !== undefined && { hint })}
      action={
        <Button variant="default" size="xs" onClick={browse}>
          Browse…
        </Button>
      }
    />
  );
}
