import { Tooltip } from '@mantine/core';
import { useId } from 'react';
import { cx } from '../../../ui/cx.ts';
import classes from './parts.module.css';

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Why it cannot be chosen; null or left out: it can. */
  readonly refusal?: string | null | undefined;
}

interface ChoiceProps<T extends string> {
  /** The accessible name. */
  label: string;
  value: T;
  options: readonly ChoiceOption<T>[];
  onChange: (value: T) => void;
}

/** A few ways side by side, of which one is taken. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.choice}>
      {options.map((option) => {
        const refused = typeof option.refusal === 'string';
        return (
          <Tooltip key={option.value} label={option.refusal ?? ''} disabled={!refused}>
            <label className={cx(classes.option, option.value === value && classes.chosen)}>
              <input
                type="radio"
                name={name}
                checked={option.value === value}
                disabled={refused}
                {...(refused && { 'aria-description': option.refusal ?? '' })}
                onChange={() => onChange(option.value)}
              />
              {option.label}
            </label>
          </Tooltip>
        );
      })}
    </div>
  );
}

interface RadioListProps<T extends string> extends ChoiceProps<T> {
  options: readonly (ChoiceOption<T> & { readonly sentence?: string })[];
  /** Said under the list. */
  error?: string | undefined;
  /** Not shown when the heading says the same. */
  hideLabel?: boolean;
}

/** Ways with a sentence each, one under the other. A refused one shows its reason instead. */
export function RadioList<T extends string>(props: RadioListProps<T>) {
  const { label, value, options, onChange, error, hideLabel = false } = props;
  const name = useId();
  const id = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.list}>
      {!hideLabel && <span className={classes.listLabel}>{label}</span>}
      {options.map((option) => {
        const note = option.refusal ?? option.sentence;
        const noteId = `${id}-${option.value}`;
        const refused = typeof option.refusal === 'string';
        return (
          <label key={option.value} className={cx(classes.item, refused && classes.refused)}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={refused}
              aria-label={option.label}
              {...(note && { 'aria-describedby': noteId })}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
            {note && (
              <span id={noteId} className={classes.sentence}>
                {note}
              </span>
            )}
          </label>
        );
      })}
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
