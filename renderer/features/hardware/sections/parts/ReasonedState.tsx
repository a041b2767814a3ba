import type { XmlNode } from '../../../../../model/index.ts';
import { controlId, FieldRow, type FieldsOf, useField } from '../../fields/index.ts';
import { Choice } from './Choice.tsx';
import { ON_OFF } from './Value.tsx';

interface ReasonedStateProps<N extends XmlNode> {
  of: N;
  field: FieldsOf<N, boolean | null>;
  label: string;
  hint?: string;
  /** Why it cannot be switched on here; null: it can. */
  reason: string | null;
  /** More that has to change together with it. */
  also?: (on: boolean | null) => void;
}

/** On, off, or libvirt's choice, where the host may not be able to have it on. */
export function ReasonedState<N extends XmlNode>(props: ReasonedStateProps<N>) {
  const { label, hint, reason, also } = props;
  const field = useField(props.of, props.field);
  const value = field.value === true ? 'on' : field.value === false ? 'off' : '';
  return (
    <FieldRow label={label} hint={hint} field={field}>
      <Choice
        label={label}
        id={controlId(field)}
        value={value}
        options={ON_OFF(reason)}
        none="Default"
        onChoose={(next) => {
          const on = next === null ? null : next === 'on';
          field.set(on, () => also?.(on));
        }}
      />
    </FieldRow>
  );
}
