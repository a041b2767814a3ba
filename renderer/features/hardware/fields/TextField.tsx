import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { XmlNode } from '../../../../model/index.ts';
import { controlId, FieldRow } from './FieldRow.tsx';
import { type FieldsOf, useField } from './useField.ts';

interface TextFieldProps<N extends XmlNode> {
  of: N;
  field: FieldsOf<N, string | null>;
  label: string;
  hint?: string;
  placeholder?: string;
  /** What is wrong with a text; null: nothing. What is wrong is kept and shown, and not put into the document. */
  check?: (text: string) => string | null;
  readOnly?: boolean;
  /** Shown beside it: another way to choose the text. */
  action?: ReactNode;
}

/** A text; empty is none. */
export function TextField<N extends XmlNode>(props: TextFieldProps<N>) {
  const { of, field: name, label, hint, placeholder, check, readOnly, action } = props;
  const field = useField(of, name);
  const text = typeof field.value === 'string' ? field.value : '';
  const change = (next: string) => {
    const problem = next === '' ? null : (check?.(next) ?? null);
    if (problem === null) field.set(next === '' ? null : next);
    else field.setTyped({ text: next, problem }, label);
  };
  return (
    <FieldRow label={label} hint={hint} field={field} problem={field.typed?.problem}>
      <TextInput
        id={controlId(field)}
        size="xs"
        value={field.typed?.text ?? text}
        placeholder={placeholder ?? ''}
        readOnly={readOnly ?? false}
        aria-invalid={field.typed !== undefined}
        onChange={(event) => change(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      {action}
    </FieldRow>
  );
}
