import { TextInput, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useConnections } from '../state/connections.ts';
import { useInventory } from '../state/inventory.ts';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import classes from './CommandPalette.module.css';
import { allCommands, type Command } from './commands.ts';
import { searchCommands } from './searchCommands.ts';

/** Commands shown at once. */
const LIMIT = 50;

/** Every action on every object by name. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const shown = useDeferredValue(query);
  const commands = useCommands(shown);
  const chosen = commands[Math.min(index, commands.length - 1)];
  const run = (command: Command | undefined) => {
    if (!command || command.reason() !== null) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method has the arrows and Enter until its word is taken.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step !== undefined) setIndex((now) => Math.max(0, Math.min(commands.length - 1, now + step)));
    // Typed faster than the list is painted: what was typed counts, not what is still shown.
    else if (event.key === 'Enter') run(shown === query ? chosen : findCommands(query)[0]);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    if (chosen) document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  return (
    <Dialog
      onClose={onClose}
      withCloseButton={false}
      size={560}
      padding={0}
      yOffset="10vh"
      centered={false}
      aria-label="Command palette"
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-label="Command"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={chosen ? optionId(chosen) : undefined}
        placeholder="A machine, a host or a command"
        leftSection={<IconSearch size={16} aria-hidden />}
        classNames={{ input: classes.input ?? '' }}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
      />
      <div id="palette-list" role="listbox" aria-label="Commands" className={classes.list}>
        {commands.map((command) => (
          <Option key={command.key} command={command} chosen={command === chosen} onRun={run} />
        ))}
        {commands.length === 0 && <p className={classes.none}>Nothing is called that.</p>}
      </div>
    </Dialog>
  );
}

function findCommands(query: string): Command[] {
  return searchCommands(
    allCommands(useConnections.getState().byId, useInventory.getState().pictures),
    query,
    LIMIT,
  );
}

function useCommands(query: string): Command[] {
  const connections = useConnections((state) => state.byId);
  const pictures = useInventory((state) => state.pictures);
  return useMemo(
    () => searchCommands(allCommands(connections, pictures), query, LIMIT),
    [connections, pictures, query],
  );
}

interface OptionProps {
  command: Command;
  chosen: boolean;
  onRun: (command: Command) => void;
}

function Option({ command, chosen, onRun }: OptionProps) {
  const reason = command.reason();
  return (
    <Tooltip label={reason ?? ''} disabled={reason === null} position="right">
      <div
        role="option"
        id={optionId(command)}
        tabIndex={-1}
        aria-selected={chosen}
        aria-disabled={reason !== null}
        className={cx(classes.option, chosen && classes.chosen)}
        onClick={() => onRun(command)}
        onKeyDown={(event) => event.key === 'Enter' && onRun(command)}
      >
        <span className={classes.label}>{command.label}</span>
        <span className={classes.detail}>{reason ?? command.detail}</span>
        {command.keys && <kbd>{command.keys}</kbd>}
      </div>
    </Tooltip>
  );
}

function optionId(command: Command): string {
  return `palette-${command.key}`;
}
