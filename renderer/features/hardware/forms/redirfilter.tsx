import { Button, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFilter, IconPlus, IconTrash } from '@tabler/icons-react';
import { addRedirFilter, type RedirFilter, type RedirRule } from '../../../../model/index.ts';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import { useEdit } from '../edit/context.tsx';
import { BareText, FieldGroup, Form } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import classes from './parts/Parts.module.css';
import { Remark } from './parts/Remark.tsx';
import { qemuOnly } from './parts/words.ts';

/** USB device classes as redirection filters name them (https://www.usb.org/defined-class-codes). */
const CLASSES: Readonly<Record<string, string>> = {
  '0x01': 'Audio',
  '0x02': 'Communication',
  '0x03': 'Keyboards and mice',
  '0x06': 'Still image',
  '0x07': 'Printers',
  '0x08': 'Storage',
  '0x09': 'Hubs',
  '0x0b': 'Smart card readers',
  '0x0e': 'Video',
  '0xe0': 'Wireless',
};

/** Which USB devices may be redirected. */
export const redirfilter: DeviceForm<'redirfilter'> = {
  kind: 'redirfilter',
  title: 'USB redirection filter',
  icon: IconFilter,
  summary: (device) => `${device.rules.length} ${device.rules.length === 1 ? 'rule' : 'rules'}`,
  Form: FilterForm,
  create: [
    {
      id: 'redirfilter',
      label: 'USB redirection filter',
      description: 'Says which USB devices may be redirected into the guest.',
      reason: (domain) =>
        qemuOnly(domain.type) ??
        (domain.redirFilters.length > 0 ? 'A machine has one filter, and this one has it.' : null),
      make: (domain) => addRedirFilter(domain, [{ class: '0x08', allow: true }, { allow: false }]),
    },
  ],
  dependents: () => ['Every USB device may be redirected then.'],
  missing: (device) => (device.rules.length === 0 ? 'It has no rule: libvirt wants one at least.' : null),
};

function FilterForm({ device }: { device: RedirFilter }) {
  const edit = useEdit();
  const rules = device.rules.all;
  return (
    <Form>
      <FieldGroup title="Rules">
        <p className={classes.dim}>The first rule that fits decides. An empty field fits everything.</p>
        <ol className={classes.rules} aria-label="Rules">
          {rules.map((rule, index) => (
            <Rule
              // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name; the document is the state
              key={index}
              device={device}
              rule={rule}
              number={index + 1}
              onUp={index === 0 ? null : () => edit.change(() => swap(device, index - 1))}
              onDown={index === rules.length - 1 ? null : () => edit.change(() => swap(device, index))}
              onRemove={() => edit.change(() => device.rules.remove(rule))}
            />
          ))}
        </ol>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          style={{ justifySelf: 'start' }}
          onClick={() => edit.change(() => device.rules.add({ allow: true }))}
        >
          Add a rule
        </Button>
        {rules.length > 0 && !rules.some(catchesAll) && (
          <Remark>
            What no rule fits may not be redirected. Say it with a last rule that fits everything.
          </Remark>
        )}
      </FieldGroup>
    </Form>
  );
}

function catchesAll({ class: of, vendor, product, version }: RedirRule): boolean {
  return [of, vendor, product, version].every((value) => value === null || value === '-1');
}

/** Exchanges a rule with the next one. */
function swap(device: RedirFilter, index: number): void {
  const values = ({ class: of, vendor, product, version, allow }: RedirRule) => ({
    class: of,
    vendor,
    product,
    version,
    allow,
  });
  const one = device.rules.at(index);
  const other = device.rules.at(index + 1);
  if (!one || !other) return;
  const [first, second] = [values(one), values(other)];
  Object.assign(one, second);
  Object.assign(other, first);
}

interface RuleProps {
  device: RedirFilter;
  rule: RedirRule;
  number: number;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onRemove: () => void;
}

function Rule({ device, rule, number, onUp, onDown, onRemove }: RuleProps) {
  const edit = useEdit();
  const own = rule.class;
  const known = own === null || own === '-1' || own in CLASSES;
  return (
    <li>
      <NativeSelect
        size="xs"
        aria-label={`Rule ${number}: may`}
        value={rule.allow === false ? 'no' : 'yes'}
        data={[
          { value: 'yes', label: 'Allow' },
          { value: 'no', label: 'Refuse' },
        ]}
        onChange={(event) => {
          const allow = event.currentTarget.value === 'yes';
          edit.change(() => Object.assign(rule, { allow }));
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={`Rule ${number}: class`}
        title="libvirt: usbdev/@class"
        value={own === '-1' ? '' : (own ?? '')}
        data={[
          { value: '', label: 'Any class' },
          ...Object.entries(CLASSES).map(([value, label]) => ({ value, label })),
          ...(known ? [] : [{ value: own, label: own }]),
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value || null;
          edit.change(() => {
            rule.class = chosen;
          });
        }}
      />
      {(['vendor', 'product', 'version'] as const).map((name) => (
        <BareText
          key={name}
          of={device}
          name={`rule ${number} ${name}`}
          label={`Rule ${number}: ${name}`}
          libvirtName={`usbdev/@${name}`}
          placeholder={`Any ${name}`}
          value={rule[name]}
          problem={problemOf(name, rule[name])}
          onType={(text) => {
            rule[name] = text.trim() || null;
          }}
        />
      ))}
      <IconButton
        label={`Move rule ${number} up`}
        variant="subtle"
        size={22}
        reason={onUp ? null : 'It is the first.'}
        onClick={() => onUp?.()}
      >
        <IconArrowUp size={14} />
      </IconButton>
      <IconButton
        label={`Move rule ${number} down`}
        variant="subtle"
        size={22}
        reason={onDown ? null : 'It is the last.'}
        onClick={() => onDown?.()}
      >
        <IconArrowDown size={14} />
      </IconButton>
      <IconButton label={`Remove rule ${number}`} variant="subtle" size={22} onClick={onRemove}>
        <IconTrash size={14} />
      </IconButton>
    </li>
  );
}

function problemOf(name: string, value: string | null): string | null {
  if (value === null || value === '-1') return null;
  if (name === 'version') return /^\d{1,2}(?:\.\d{1,2})?$/.test(value) ? null : 'Like 2.00.';
  return /^0x[0-9a-fA-F]{1,4}$/.test(value) ? null : 'Like 0x1d6b.';
}
