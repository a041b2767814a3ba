import { TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { parameterOf, type UriParts, withParameter } from '../../../model/uri/index.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { count } from '../../ui/format.ts';
import { IconButton } from '../../ui/ReasonButton.tsx';
import { type AddressProblems, formOf } from './address.ts';
import classes from './ConnectionDialog.module.css';
import { ParameterField } from './ParameterField.tsx';
import { shownProblem } from './shownProblem.ts';

interface AdvancedParametersProps {
  parts: UriParts;
  problems: AddressProblems;
  onChange: (parts: UriParts) => void;
}

/** Every parameter that means something for this address, and those in it that do not; closed at first. */
export function AdvancedParameters({ parts, problems, onChange }: AdvancedParametersProps) {
  const { parameters, strangers } = formOf(parts);
  if (parameters.length === 0 && strangers.length === 0) return null;
  const set = parameters.filter(({ name }) => parameterOf(parts, name) !== null).length + strangers.length;
  return (
    <Disclosure
      title="Advanced"
      hint={set > 0 ? `${count(set, 'parameter')} set` : count(parameters.length, 'parameter')}
    >
      {parameters.map((parameter) => (
        <ParameterField
          key={`${parameter.name} ${parameter.label}`}
          parameter={parameter}
          parts={parts}
          problem={problems.get(`parameter:${parameter.name}`)}
          onChange={(value) => onChange(withParameter(parts, parameter.name, value))}
        />
      ))}
      {strangers.map(({ name, value }) => (
        <div key={name} className={classes.stranger}>
          <TextInput
            label={name}
            value={value}
            onChange={(event) => onChange(withParameter(parts, name, event.currentTarget.value))}
            spellCheck={false}
            {...shownProblem(problems.get(`parameter:${name}`))}
          />
          <IconButton label={`Take ${name} out`} onClick={() => onChange(withParameter(parts, name, null))}>
            <IconX size={15} />
          </IconButton>
        </div>
      ))}
    </Disclosure>
  );
}
