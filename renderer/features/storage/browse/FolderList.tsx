import { IconDatabase, IconFile, IconFolder, IconQuestionMark } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { FolderEntry } from '../../../../contract/index.ts';
import { formatBytes, formatTime } from '../../../ui/format.ts';
import classes from './Browse.module.css';
import { isChoosable, keyTo, typedTo, type Wish } from './folders.ts';

/** Letters typed after each other within this belong together, in ms. */
const TYPED_MS = 800;
const ICONS = { folder: IconFolder, file: IconFile, device: IconDatabase, other: IconQuestionMark } as const;
const WORDS = { folder: 'Folder', file: 'File', device: 'Drive', other: 'Neither file nor folder' } as const;

interface FolderListProps {
  /** Of the folder. */
  path: string;
  entries: readonly FolderEntry[];
  wish: Wish;
  /** Index; -1: none. */
  selected: number;
  onSelect: (index: number) => void;
  /** Enter or a double click: a folder is entered, anything else is taken. */
  onOpen: (entry: FolderEntry) => void;
  onUp: () => void;
}

/** What is in a folder, to be gone through with arrows and letters. */
export function FolderList({ path, entries, wish, selected, onSelect, onOpen, onUp }: FolderListProps) {
  const id = useId();
  const typed = useTyped();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a folder that was entered has the keyboard
  useEffect(() => {
    if (!(document.activeElement instanceof HTMLInputElement)) list.current?.focus();
  }, [path]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    if (selected < 0 && list.current) list.current.scrollTop = 0;
  }, [selected]);
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    const entry = entries[selected];
    const row = event.altKey ? null : keyTo(key, selected, entries.length);
    const isLetter = key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (row !== null) onSelect(row);
    else if (key === 'Backspace' || (key === 'ArrowUp' && event.altKey)) onUp();
    else if (key === 'Enter' && entry) onOpen(entry);
    else if (isLetter) onSelect(orStay(typedTo(entries, typed(key), selected), selected));
    else return;
    event.preventDefault();
  };
  return (
    <ul
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list of choices
      role="listbox"
      aria-label="Folder"
      tabIndex={0}
      data-autofocus
      aria-activedescendant={selected < 0 ? undefined : `${id}-${selected}`}
      className={classes.list}
      onKeyDown={press}
    >
      {entries.map((entry, index) => (
        <Entry
          key={entry.name}
          id={`${id}-${index}`}
          entry={entry}
          selected={index === selected}
          dim={entry.kind !== 'folder' && !isChoosable(entry, wish)}
          onSelect={() => onSelect(index)}
          onOpen={() => onOpen(entry)}
        />
      ))}
    </ul>
  );
}

interface EntryProps {
  id: string;
  entry: FolderEntry;
  selected: boolean;
  dim: boolean;
  onSelect: () => void;
  onOpen: () => void;
}

function Entry({ id, entry, selected, dim, onSelect, onOpen }: EntryProps) {
  const { name, kind, size, modified } = entry;
  const Icon = ICONS[kind];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's
    <li
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one of the choices
      role="option"
      aria-selected={selected}
      aria-label={`${name}, ${WORDS[kind].toLowerCase()}`}
      title={`${WORDS[kind]} ${name}`}
      data-dim={dim || undefined}
      className={classes.entry}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      <Icon size={16} aria-hidden />
      <span className={classes.name}>{name}</span>
      <span className={classes.fact}>{size === null ? '' : formatBytes(size)}</span>
      <span className={classes.fact}>{modified === null ? '' : formatTime(modified, Date.now())}</span>
    </li>
  );
}

function orStay(found: number, selected: number): number {
  return found < 0 ? selected : found;
}

/** Adds a letter to those typed just before, and gives all of them. */
function useTyped(): (letter: string) => string {
  const last = useRef({ text: '', at: 0 });
  return (letter) => {
    const now = Date.now();
    const text = now - last.current.at < TYPED_MS ? last.current.text + letter : letter;
    last.current = { text, at: now };
    return text;
  };
}
