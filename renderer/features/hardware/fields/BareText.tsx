import { TextInput } from '@mantine/core';
import { useEffect } from 'react';
import type { Device } from '../../../../model/index.ts';
import { useEdit, useEditState } from '../edit/context.tsx';

interface BareTextProps {
  /** What the text is of. */
  of: Device;
  /** Tells it from the others of the device. */
  name: string;
  /** The accessible name; the row around has none for a single text. */
  label: string;
  /** libvirt's own name. */
  libvirtName: string;
  value: string | null;
  placeholder?: string;
  disabled?: boolean;
  /** What is wrong with the value that stands there; null: nothing. */
  problem?: string | null;
  /** Writes what was typed. */
  onType: (text: string) => void;
}

/** A text among others in a row, in a part of a device that has no fields of its own. */
export function BareText(props: BareTextProps) {
  const {
    of,
    name,
    label,
    libvirtName,
    value,
    placeholder = '',
    disabled = false,
    problem = null,
    onType,
  } = props;
  const edit = useEdit();
  const id = `${edit.ids.of(of)}/${name}`;
  const typed = useEditState((state) => state.typed.get(id));
  // It goes with its row.
  useEffect(() => () => edit.setTyped(id, null), [edit, id]);
  return (
    <TextInput
      size="xs"
      aria-label={label}
      title={`libvirt: ${libvirtName}`}
      value={typed?.text ?? value ?? ''}
      placeholder={placeholder}
      disabled={disabled}
      error={typed?.problem ?? problem}
      onChange={(event) => {
        const text = event.currentTarget.value;
        edit.enter({ id, label, text }, () => onType(text));
      }}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
