import { Button } from '@mantine/core';
import { type Icon, IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useEdit, useEditState, useProposed } from '../edit/context.tsx';
import { formOf, inOrder } from '../forms/registry.ts';
import { changedSections } from '../sections/changed.ts';
import { sections } from '../sections/registry.ts';
import classes from './Hardware.module.css';

interface DeviceListProps {
  onAdd: () => void;
}

/** What the machine is made of: its sections, then its devices. */
export function DeviceList({ onAdd }: DeviceListProps) {
  const edit = useEdit();
  const domain = useProposed();
  const changes = useEditState((state) => state.changes);
  const selected = useEditState((state) => state.selected);
  const changed = edit.changedDevices(changes);
  const inSections = changedSections(changes);
  return (
    <nav className={classes.list} aria-label="Hardware">
      <ul className={classes.items}>
        {sections
          .filter((section) => section.applies?.(domain) ?? true)
          .map((section) => (
            <li key={section.id}>
              <Item
                id={section.id}
                icon={section.icon}
                title={section.title}
                summary={section.summary(domain)}
                selected={selected === section.id}
                changed={inSections.has(section.id)}
              />
            </li>
          ))}
        <li className={classes.separator} aria-hidden="true" />
        {inOrder(domain.devices).map((device) => {
          const form = formOf(device);
          const id = edit.ids.of(device);
          if (form.hidden(device, domain) && selected !== id) return null;
          return (
            <li key={id}>
              <Item
                id={id}
                icon={form.icon}
                title={form.name(device)}
                summary={form.summary(device)}
                selected={selected === id}
                changed={changed.has(device.element)}
              />
            </li>
          );
        })}
      </ul>
      <div className={classes.foot}>
        <Button variant="default" size="xs" fullWidth leftSection={<IconPlus size={14} />} onClick={onAdd}>
          Add hardware
        </Button>
      </div>
    </nav>
  );
}

interface ItemProps {
  id: string;
  icon: Icon;
  title: string;
  summary: string;
  selected: boolean;
  changed: boolean;
}

/** Drawn again only when something of it is different: there may be hundreds. */
const Item = memo(function Item({ id, icon: ItemIcon, title, summary, selected, changed }: ItemProps) {
  const edit = useEdit();
  return (
    <button
      type="button"
      className={classes.item}
      aria-current={selected}
      data-item={id}
      onClick={() => edit.select(id)}
    >
      <ItemIcon size={17} aria-hidden="true" />
      <span className={classes.words}>
        <span>{title}</span>
        <span className={classes.summary}>{summary}</span>
      </span>
      {changed && <span className={classes.mark} role="img" aria-label="changed" />}
    </button>
  );
});
