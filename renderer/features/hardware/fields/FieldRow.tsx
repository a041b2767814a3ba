import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Effect } from '../../../../model/index.ts';
import classes from './Fields.module.css';
import type { BoundField } from './useField.ts';

/** A form: groups of fields, one under another. */
export function Form({ children }: { children: ReactNode }) {
  return <div className={classes.form}>{children}</div>;
}

/** Fields that belong together. */
export function FieldGroup({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      {title !== undefined && <legend>{title}</legend>}
      {children}
    </fieldset>
  );
}

export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  now: 'applies now',
  'next-boot': 'at next boot',
  'power-off': 'only while off',
  never: 'cannot be made',
};

interface FieldRowProps {
  label: string;
  /** What it is about, in a sentence. */
  hint?: string | undefined;
  /** Something is wrong with the value. */
  problem?: string | null | undefined;
  field?: Pick<BoundField, 'id' | 'libvirtName' | 'changed' | 'effect'> | undefined;
  children: ReactNode;
}

/** One field: its name with libvirt's own in the tooltip, a mark when it was changed, and when that takes effect. */
export function FieldRow({ label, hint, problem, field, children }: FieldRowProps) {
  return (
    <div className={classes.row} data-field={field?.libvirtName}>
      <Tooltip label={field ? `libvirt: ${field.libvirtName}` : ''} disabled={!field} position="top-start">
        <label className={classes.label} htmlFor={field && controlId(field)}>
          {label}
          {field?.changed && <span className={classes.mark} role="img" aria-label="changed" />}
        </label>
      </Tooltip>
      <div className={classes.control}>
        {children}
        {field?.changed && field.effect !== null && (
          <span className={classes.effect}>{EFFECT_WORDS[field.effect]}</span>
        )}
      </div>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** The id of a field's control in the page. */
export function controlId(field: Pick<BoundField, 'id'>): string {
  return `field-${field.id.replace(/[^a-zA-Z0-9-]/g, '-')}`;
}
