import { Button, Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { Platform, PlatformChoices, PlatformDefaults } from '../../../../contract/index.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { count } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import classes from '../Create.module.css';
import { Note } from '../parts/Note.tsx';
import { useWizard } from '../wizardStore.ts';
import { changePlatform, resetPlatform } from './changePlatform.ts';
import { FIELD_GROUPS, type FieldGroup, type FieldText, flagRefusal, optionsOf } from './fields.ts';

/** The platform under its defaults: each with its reason, each can be another. */
export function PlatformFields({ defaults }: { defaults: PlatformDefaults }) {
  const platform = useWizard((state) => state.draft.platform);
  const changed = Object.keys(platform).length;
  return (
    <section aria-label="Platform" className={classes.fields}>
      {FIELD_GROUPS.map((group, index) =>
        index === 0 ? (
          <Fields key={group.title} group={group} defaults={defaults} />
        ) : (
          <Disclosure key={group.title} title={group.title} hint={hintOf(group, platform, defaults)}>
            <Fields group={group} defaults={defaults} />
          </Disclosure>
        ),
      )}
      {defaults.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
      {changed > 0 && (
        <div>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={15} />}
            onClick={() => resetPlatform()}
          >
            Reset {count(changed, 'change')} to the defaults
          </Button>
        </div>
      )}
    </section>
  );
}

/** What is behind a closed group: how many are changed, or the first values. */
function hintOf(
  group: FieldGroup,
  platform: PlatformChoices,
  { platform: values }: PlatformDefaults,
): string {
  const changed = group.fields.filter(({ field }) => platform[field] !== undefined).length;
  if (changed > 0) return count(changed, 'change');
  return group.fields
    .filter(({ kind }) => kind === 'choice')
    .slice(0, 3)
    .map(({ field }) => values[field])
    .filter(Boolean)
    .join(', ');
}

function Fields({ group, defaults }: { group: FieldGroup; defaults: PlatformDefaults }) {
  const choices = group.fields.filter(({ kind }) => kind !== 'flag');
  const flags = group.fields.filter(({ kind }) => kind === 'flag');
  return (
    <>
      <div className={classes.grid}>
        {choices.map((text) => (
          <Field key={text.field} text={text} defaults={defaults} />
        ))}
      </div>
      <div className={classes.grid}>
        {flags.map((text) => (
          <Field key={text.field} text={text} defaults={defaults} />
        ))}
      </div>
    </>
  );
}

function Field({ text, defaults }: { text: FieldText; defaults: PlatformDefaults }) {
  const choices = useWizard((state) => state.draft.platform);
  const { field, label, kind, sentence } = text;
  const value = choices[field] ?? defaults.platform[field];
  const isChanged = choices[field] !== undefined && choices[field] !== defaults.platform[field];
  const set = (next: string | number | boolean) => changePlatform(defaults, field, next);
  const reason = defaults.reasons[field];
  const description = [sentence, isChanged ? `Changed. The default is ${shown(defaults, field)}.` : reason]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={classes.platformField} data-changed={isChanged}>
      {kind === 'choice' && (
        <NativeSelect
          label={label}
          description={description}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={String(value)}
          onChange={(event) => set(event.currentTarget.value)}
          data={choiceData(defaults, field, String(value))}
        />
      )}
      {kind === 'number' && (
        <NumberInput
          label={label}
          description={description}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDecimal={false}
          allowNegative={false}
          min={0}
          max={64}
          value={Number(value)}
          onChange={(next) => typeof next === 'number' && set(next)}
        />
      )}
      {kind === 'flag' && (
        <Flag
          label={label}
          description={description}
          checked={value === true}
          refusal={value === true ? null : flagRefusal(defaults, field)}
          onChange={set}
        />
      )}
      {isChanged && (
        <IconButton label={`Reset ${label.toLowerCase()}`} onClick={() => resetPlatform(field)}>
          <IconArrowBackUp size={15} />
        </IconButton>
      )}
    </div>
  );
}

interface FlagProps {
  label: string;
  description: string;
  checked: boolean;
  refusal: string | null;
  onChange: (checked: boolean) => void;
}

function Flag({ label, description, checked, refusal, onChange }: FlagProps) {
  return (
    <Checkbox
      label={label}
      description={refusal ?? description}
      checked={checked}
      disabled={refusal !== null}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function shown(defaults: PlatformDefaults, field: keyof Platform): string {
  const value = defaults.platform[field];
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return optionsOf(defaults, field).find((option) => option.value === String(value))?.label ?? String(value);
}

/** The options of a field; those that are refused say why, and a value that is none of them stays to be seen. */
function choiceData(defaults: PlatformDefaults, field: keyof Platform, value: string) {
  const options = optionsOf(defaults, field);
  const known = options.some((option) => option.value === value);
  return [
    ...(known ? [] : [{ value, label: value || 'The hypervisor’s own' }]),
    ...options.map((option) => ({
      value: option.value,
      label: option.refusal ? `${option.label} (${option.refusal})` : option.label,
      disabled: option.refusal !== null,
    })),
  ];
}
