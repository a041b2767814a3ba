import { Button, type InputWrapperProps, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HostSuggestion } from '../../../contract/index.ts';
import {
  parameterOf,
  type UriParameter,
  type UriParts,
  uriHypervisors,
  uriTransports,
  withHypervisor,
  withParameter,
  withTransport,
} from '../../../model/uri/index.ts';
import { openCertificates } from '../certificates/CertificatesDialog.tsx';
import { type Address, type AddressProblems, addressOf, formOf, withPort } from './address.ts';
import classes from './ConnectionDialog.module.css';
import { HostField } from './HostField.tsx';
import { ParameterField } from './ParameterField.tsx';
import { shownProblem } from './shownProblem.ts';

interface AddressFieldsProps {
  address: Address;
  problems: AddressProblems;
  /** Whether what is still missing is to be called a mistake. */
  strict: boolean;
  hosts: readonly HostSuggestion[];
  onChange: (address: Address) => void;
}

const CUSTOM = 'custom';
/** Explanations differ in length; the choices stand side by side all the same. */
const ORDER: NonNullable<InputWrapperProps['inputWrapperOrder']> = ['label', 'input', 'description', 'error'];

/** What to connect to and how, as fields. Only those that mean something for the choice are there. */
export function AddressFields({ address, problems, strict, hosts, onChange }: AddressFieldsProps) {
  const { parts } = address;
  const form = formOf(parts);
  const [customChosen, setCustomChosen] = useState(false);
  const custom = customChosen || !form.hypervisor;
  const change = (next: UriParts) => onChange(addressOf(next));

  const choose = (key: string) => {
    setCustomChosen(key === CUSTOM);
    const chosen = uriHypervisors.find((one) => one.key === key);
    if (chosen) change(withHypervisor(parts, chosen));
  };
  return (
    <div className={classes.fields}>
      <div className={classes.pair}>
        <NativeSelect
          label="Hypervisor"
          inputWrapperOrder={ORDER}
          description={custom ? 'Any driver and path that libvirt knows.' : form.hypervisor?.explanation}
          value={custom ? CUSTOM : form.hypervisor?.key}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            ...uriHypervisors.map(({ key, label }) => ({ value: key, label })),
            { value: CUSTOM, label: 'Custom' },
          ]}
          {...shownProblem(custom ? undefined : problems.get('driver'))}
        />
        {form.hasTransport && (
          <NativeSelect
            label="Reached by"
            inputWrapperOrder={ORDER}
            description={form.transport?.explanation}
            value={form.transport ? (form.transport.id ?? '') : UNKNOWN}
            onChange={(event) => change(withTransport(parts, event.currentTarget.value || null))}
            data={[
              ...uriTransports.map(({ id, label }) => ({ value: id ?? '', label })),
              ...(form.transport ? [] : [{ value: UNKNOWN, label: parts.transport ?? '' }]),
            ]}
            {...shownProblem(problems.get('transport'))}
          />
        )}
      </div>
      {custom && <CustomFields parts={parts} problems={problems} onChange={change} />}
      <PlaceFields parts={parts} problems={problems} strict={strict} hosts={hosts} onChange={change} />
      {form.needed.map((parameter) => (
        <NeededField
          key={parameter.name}
          parameter={parameter}
          parts={parts}
          problems={problems}
          strict={strict}
          onChange={change}
        />
      ))}
      {!custom && form.pathLabel !== null && (
        <TextInput
          label={form.pathLabel}
          value={parts.path}
          onChange={(event) => change({ ...parts, path: event.currentTarget.value })}
          spellCheck={false}
          autoComplete="off"
          {...shownProblem(problems.get('path'))}
        />
      )}
    </div>
  );
}

/** The value of the select for a transport that is none of the list. */
const UNKNOWN = '?';

interface PartsProps {
  parts: UriParts;
  problems: AddressProblems;
  onChange: (parts: UriParts) => void;
}

function CustomFields({ parts, problems, onChange }: PartsProps) {
  return (
    <div className={classes.pair}>
      <TextInput
        label="Driver"
        placeholder="qemu"
        value={parts.driver}
        onChange={(event) => onChange({ ...parts, driver: event.currentTarget.value.toLowerCase() })}
        spellCheck={false}
        autoComplete="off"
        {...shownProblem(problems.get('driver'))}
      />
      <TextInput
        label="Path"
        placeholder="/system"
        value={parts.path}
        onChange={(event) => onChange({ ...parts, path: event.currentTarget.value })}
        spellCheck={false}
        autoComplete="off"
        {...shownProblem(problems.get('path'))}
      />
    </div>
  );
}

interface PlaceFieldsProps extends PartsProps, Pick<AddressFieldsProps, 'strict' | 'hosts'> {}

/** Host, user and port, where the way has them. */
function PlaceFields({ parts, problems, strict, hosts, onChange }: PlaceFieldsProps) {
  const { hasHost, hasUser, hasPort, transport, hasTransport } = formOf(parts);
  const usualPort = hasTransport ? transport?.defaultPort : null;
  if (!hasHost && !hasUser && !hasPort) return null;
  return (
    <div className={classes.place}>
      {hasHost && (
        <HostField
          parts={parts}
          problem={problems.get('host')}
          strict={strict}
          suggestions={hosts}
          onChange={onChange}
        />
      )}
      {hasUser && (
        <TextInput
          label="User"
          placeholder={transport?.ssh ? 'as ssh says' : 'asked for'}
          value={parts.user ?? ''}
          onChange={(event) => onChange({ ...parts, user: event.currentTarget.value || null })}
          spellCheck={false}
          autoComplete="off"
          {...shownProblem(problems.get('user'))}
        />
      )}
      {hasPort && (
        <TextInput
          label="Port"
          inputMode="numeric"
          placeholder={usualPort ? String(usualPort) : 'usual'}
          value={parts.port === null ? '' : String(parts.port)}
          onChange={(event) => onChange(withPort(parts, event.currentTarget.value))}
          autoComplete="off"
          {...shownProblem(problems.get('port'))}
        />
      )}
    </div>
  );
}

interface NeededFieldProps extends PartsProps {
  parameter: UriParameter;
  strict: boolean;
}

/** A parameter without which one does not get on; for the folder of certificates, with help to make them. */
function NeededField({ parameter, parts, problems, strict, onChange }: NeededFieldProps) {
  const { name } = parameter;
  const set = (value: string | null) => onChange(withParameter(parts, name, value));
  const problem = problems.get(`parameter:${name}`);
  // What is only missing is called a mistake when it is sent.
  const early = !strict && parameterOf(parts, name) === null;
  return (
    <div className={classes.needed}>
      <ParameterField
        parameter={parameter}
        parts={parts}
        problem={early ? undefined : problem}
        onChange={set}
      />
      {name === 'pkipath' && (
        <Button variant="default" onClick={() => openCertificates({ host: parts.host, onUse: set })}>
          Make certificates
        </Button>
      )}
    </div>
  );
}
