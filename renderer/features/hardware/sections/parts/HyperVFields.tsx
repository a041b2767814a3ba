import type { Domain } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup, NumberField, optionsFrom, SelectField, TextField } from '../../fields/index.ts';
import { useFormHost } from '../../forms/formHost.tsx';
import { ENLIGHTENMENTS, type Enlightenment, switchUsual, usualOnes } from './hyperv.ts';
import { ReasonedState } from './ReasonedState.tsx';
import classes from './Rows.module.css';
import { SmallButton } from './Rows.tsx';

/** What Windows is told of the hypervisor, each thing by itself. */
export function HyperVFields({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const { capabilities } = useFormHost();
  const { hyperv } = domain.features;
  const offered = capabilities.hypervFeatures;
  const usual = usualOnes(hyperv, offered);
  const passthrough = hyperv.mode === 'passthrough';
  return (
    <FieldGroup title="Hyper-V, for Windows">
      <SelectField
        of={hyperv}
        field="mode"
        label="Enlightenments"
        none="Those below"
        options={optionsFrom(['custom', 'passthrough'], domain.type === 'kvm' ? null : ['custom'], {
          custom: 'Those below',
          passthrough: 'All that the host has',
        })}
      />
      {!passthrough && (
        <>
          <div className={classes.buttons}>
            {usual.length > 0 && (
              <SmallButton onClick={() => edit.change((next) => switchUsual(next, offered))}>
                Switch on the usual ones ({usual.length})
              </SmallButton>
            )}
            {hyperv.exists && (
              <SmallButton onClick={() => edit.change((next) => next.features.hyperv.clear())}>
                All off
              </SmallButton>
            )}
          </div>
          {ENLIGHTENMENTS.map((one) => (
            <EnlightenmentField key={one.field} domain={domain} one={one} offered={offered} />
          ))}
        </>
      )}
    </FieldGroup>
  );
}

interface EnlightenmentFieldProps {
  domain: Domain;
  one: Enlightenment;
  offered: readonly string[];
}

function EnlightenmentField({ domain, one, offered }: EnlightenmentFieldProps) {
  const { hyperv } = domain.features;
  const on = hyperv[one.field] === true;
  return (
    <>
      <ReasonedState
        of={hyperv}
        field={one.field}
        label={one.label}
        {...(one.hint !== undefined && { hint: one.hint })}
        reason={offered.includes(one.name) ? null : 'not offered by this host'}
        also={(state) => {
          if (state !== null) hyperv.mode ??= 'custom';
          if (one.field === 'spinlocks')
            hyperv.spinlockRetries = state === true ? (hyperv.spinlockRetries ?? 8191) : null;
          if (one.field === 'vendorId')
            hyperv.vendorIdValue = state === true ? (hyperv.vendorIdValue ?? 'Virtdeck') : null;
        }}
      />
      {on && one.field === 'spinlocks' && (
        <NumberField
          of={hyperv}
          field="spinlockRetries"
          label="Tries before it waits"
          min={4095}
          max={4_294_967_295}
        />
      )}
      {on && one.field === 'vendorId' && (
        <TextField
          of={hyperv}
          field="vendorIdValue"
          label="Name of the maker"
          check={(text) =>
            text.length <= 12 && !text.includes(',') ? null : 'At most 12 letters, no comma.'
          }
        />
      )}
      {on && one.field === 'stimer' && (
        <ReasonedState of={hyperv} field="stimerDirect" label="Timers straight to the vCPU" reason={null} />
      )}
      {on && one.field === 'tlbflush' && (
        <>
          <ReasonedState of={hyperv} field="tlbflushDirect" label="Flushes of nested guests" reason={null} />
          <ReasonedState of={hyperv} field="tlbflushExtended" label="Flushes of parts" reason={null} />
        </>
      )}
    </>
  );
}
