import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Cpu, Domain } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup, optionsFrom } from '../../fields/index.ts';
import { useFormHost } from '../../forms/formHost.tsx';
import { Choice } from './Choice.tsx';
import { knownFeatures, missingProtections, setPolicy } from './cpuFeatures.ts';
import { useHostFacts } from './hostFacts.ts';
import classes from './Rows.module.css';
import { SmallButton } from './Rows.tsx';

const POLICIES = optionsFrom(['require', 'disable', 'optional', 'forbid', 'force'], null, {
  require: 'Required',
  disable: 'Off',
  optional: 'If the host has it',
  forbid: 'Host must not have it',
  force: 'On, whatever the host has',
});

/** Features shown at a time: a processor has hundreds. */
const MOST = 60;

/** Single features of the guest's processor, found by name. */
export function CpuFeatures({ domain }: { domain: Domain }) {
  const { cpu } = domain;
  const edit = useEdit();
  const { capabilities } = useFormHost();
  const host = useHostFacts()?.cpuFeatures ?? [];
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = wanted === '' ? ownNames(cpu) : matching(knownFeatures(cpu, capabilities, host), wanted);
  const protections = missingProtections(cpu, host);
  return (
    <FieldGroup title="Features">
      <TextInput
        size="xs"
        type="search"
        maw={380}
        aria-label="Find a feature of the processor"
        placeholder="Find a feature: vmx, avx2…"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <p className={classes.empty}>
          {wanted === ''
            ? 'Those of the model; none is switched on or off by itself.'
            : 'No feature has that name.'}
        </p>
      )}
      <ul className={classes.found} aria-label="Features of the processor">
        {found.slice(0, MOST).map((name) => (
          <li key={name} data-field="cpu/feature">
            <span>
              {name}
              {host.length > 0 && !host.includes(name) && (
                <span className={classes.empty}> (not in the host’s processor)</span>
              )}
            </span>
            <Choice
              label={`Feature ${name}`}
              value={cpu.features.find((one) => one.name === name)?.policy ?? ''}
              options={POLICIES}
              none="As in the model"
              onChoose={(policy) => edit.change((next) => setPolicy(next.cpu, name, policy))}
            />
          </li>
        ))}
      </ul>
      {found.length > MOST && (
        <p className={classes.empty}>{found.length - MOST} more: type more of the name.</p>
      )}
      {cpu.mode !== 'host-passthrough' && protections.length > 0 && (
        <>
          <p className={classes.empty}>The host’s processor is protected against attacks such as Spectre.</p>
          <div className={classes.buttons}>
            <SmallButton
              onClick={() =>
                edit.change((next) => {
                  for (const name of protections) setPolicy(next.cpu, name, 'require');
                })
              }
            >
              Protect it like the host ({protections.length})
            </SmallButton>
          </div>
        </>
      )}
    </FieldGroup>
  );
}

function ownNames(cpu: Cpu): string[] {
  return cpu.features.map(({ name }) => name ?? '');
}

/** Those that begin so come first; a name that nobody knows can be asked for too. */
function matching(names: readonly string[], wanted: string): string[] {
  const found = names.filter((name) => name.toLowerCase().includes(wanted));
  const begins = found.filter((name) => name.toLowerCase().startsWith(wanted));
  const rest = found.filter((name) => !begins.includes(name));
  const own = /^[a-z0-9][a-z0-9._-]*$/.test(wanted) && !names.includes(wanted) ? [wanted] : [];
  return [...begins, ...rest, ...own];
}
