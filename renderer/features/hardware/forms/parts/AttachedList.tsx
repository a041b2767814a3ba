import { Anchor } from '@mantine/core';
import type { Device } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup } from '../../fields/index.ts';
import { formOf } from '../registry.ts';
import classes from './Parts.module.css';

/** The devices that sit on another one; each leads to its form. */
export function AttachedList({ title, devices }: { title: string; devices: readonly Device[] }) {
  const edit = useEdit();
  return (
    <FieldGroup title={title}>
      {devices.length === 0 && <p className={classes.dim}>Nothing.</p>}
      <ul className={classes.attached} aria-label={title}>
        {devices.map((device) => {
          const form = formOf(device);
          const id = edit.ids.of(device);
          return (
            <li key={id}>
              <Anchor component="button" type="button" size="sm" onClick={() => edit.select(id)}>
                {form.name(device)}
              </Anchor>
              <span className={classes.dim}>{form.summary(device)}</span>
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}
