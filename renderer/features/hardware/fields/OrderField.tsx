import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import classes from './Fields.module.css';

export interface OrderItem {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
}

interface OrderFieldProps {
  /** The accessible name. */
  label: string;
  items: readonly OrderItem[];
  /** The ids in their new order, and those that are in. */
  onChange: (order: readonly string[], checked: ReadonlySet<string>) => void;
}

/** Things in an order that is changed by dragging or with buttons; each is in or out. */
export function OrderField({ label, items, onChange }: OrderFieldProps) {
  const [dragged, setDragged] = useState<string | null>(null);
  const ids = items.map((item) => item.id);
  const checked = new Set(items.filter((item) => item.checked).map((item) => item.id));
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    // A row that is put elsewhere loses the focus, and whoever moves it with the keyboard their place.
    const name = pressed.current;
    pressed.current = null;
    if (name === null || list.current?.contains(document.activeElement)) return;
    list.current?.querySelector<HTMLElement>(`[aria-label="${CSS.escape(name)}"]`)?.focus();
  });
  const press = (name: string, id: string, to: number) => {
    pressed.current = name;
    move(id, to);
  };
  const move = (id: string, to: number) => {
    const rest = ids.filter((other) => other !== id);
    rest.splice(Math.max(0, Math.min(to, rest.length)), 0, id);
    onChange(rest, checked);
  };
  const toggle = (id: string) => {
    const next = new Set(checked);
    if (!next.delete(id)) next.add(id);
    onChange(ids, next);
  };
  return (
    <ol className={classes.order} aria-label={label} ref={list}>
      {items.map((item, index) => (
        <li
          key={item.id}
          draggable
          onDragStart={() => setDragged(item.id)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => dragged !== null && event.preventDefault()}
          onDrop={() => dragged !== null && dragged !== item.id && move(dragged, index)}
        >
          <IconGripVertical size={14} className={classes.handle} aria-hidden="true" />
          <Checkbox
            size="xs"
            aria-label={`${item.label} takes part`}
            checked={item.checked}
            onChange={() => toggle(item.id)}
          />
          <span>{item.label}</span>
          <IconButton
            label={`Move ${item.label} up`}
            variant="subtle"
            size={22}
            reason={index === 0 ? 'It is the first.' : null}
            onClick={() => press(`Move ${item.label} up`, item.id, index - 1)}
          >
            <IconArrowUp size={14} />
          </IconButton>
          <IconButton
            label={`Move ${item.label} down`}
            variant="subtle"
            size={22}
            reason={index === items.length - 1 ? 'It is the last.' : null}
            onClick={() => press(`Move ${item.label} down`, item.id, index + 1)}
          >
            <IconArrowDown size={14} />
          </IconButton>
        </li>
      ))}
    </ol>
  );
}
