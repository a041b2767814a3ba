import { Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import {
  isOn,
  parameterOf,
  type UriParameter,
  type UriParts,
  type UriProblem,
} from '../../../model/uri/index.ts';
import classes from './ConnectionDialog.module.css';
import { shownProblem } from './shownProblem.ts';

interface ParameterFieldProps {
  parameter: UriParameter;
  parts: UriParts;
  problem: UriProblem | undefined;
  /** Null: without the parameter. */
  onChange: (value: string | null) => void;
}

/** One parameter of a URI with what it does. Left alone it does not appear in the URI. */
export function ParameterField({ parameter, parts, problem, onChange }: ParameterFieldProps) {
  const { name, label, explanation, kind, absent } = parameter;
  const value = parameterOf(parts, name);
  const common = { label, description: `${explanation} (${name})`, ...shownProblem(problem) };
  switch (kind.type) {
    case 'flag':
      return (
        <Checkbox
          {...common}
          {...(parameter.dangerous && { color: 'red', classNames: { label: classes.danger ?? '' } })}
          // The explanation of a dangerous one stands beside it already.
          error={problem?.severity === 'error' && problem.message}
          checked={isOn(parts, name)}
          onChange={(event) => onChange(event.currentTarget.checked ? '1' : null)}
        />
      );
    case 'choice':
      return kind.several ? (
        <MultiSelect
          {...common}
          placeholder={value ? '' : absent}
          data={kind.choices.map((choice) => ({ ...choice }))}
          value={value ? value.split(',') : []}
          onChange={(chosen) => onChange(chosen.length > 0 ? chosen.join(',') : null)}
        />
      ) : (
        <NativeSelect
          {...common}
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value || null)}
          data={[
            { value: '', label: `Not set: ${absent}` },
            ...kind.choices.map((choice) => ({ ...choice })),
            ...(value && !kind.choices.some((choice) => choice.value === value) ? [value] : []),
          ]}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          placeholder={absent}
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value || null)}
          spellCheck={false}
          autoComplete="off"
        />
      );
  }
}
