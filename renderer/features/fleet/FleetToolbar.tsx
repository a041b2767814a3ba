import { Menu, Popover, TextInput } from '@mantine/core';
import { IconColumns3, IconHelp, IconSearch, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { MenuLines } from '../../ui/menu.tsx';
import { IconButton } from '../../ui/ReasonButton.tsx';
import { COLUMN_IDS } from './columnIds.ts';
import { COLUMNS } from './columns.tsx';
import classes from './FleetPage.module.css';
import type { FleetStore } from './fleetStore.ts';
import type { FleetColumns } from './useColumns.ts';

/** The filter over a table, with its help. Escape clears it, Down goes to the table. */
export function FleetFilterBox({ store, problems }: { store: FleetStore; problems: readonly string[] }) {
  const filter = store((state) => state.filter);
  const set = (value: string) => store.setState({ filter: value });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && filter !== '') {
      event.stopPropagation();
      set('');
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector<HTMLElement>('[role="grid"]')?.focus();
    }
  };
  return (
    <div className={classes.filter}>
      <TextInput
        aria-label="Filter machines"
        placeholder="Filter: web state:running host:lab*"
        data-page-filter
        value={filter}
        onChange={(event) => set(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSectionWidth={filter ? 56 : 30}
        rightSection={
          <>
            {filter && (
              <IconButton label="Clear filter" size={22} onClick={() => set('')}>
                <IconX size={14} />
              </IconButton>
            )}
            <FilterHelp />
          </>
        }
        error={problems.length > 0}
        aria-invalid={problems.length > 0}
        aria-describedby={problems.length > 0 ? 'fleet-filter-problem' : undefined}
      />
      {problems.length > 0 && (
        <p id="fleet-filter-problem" className={classes.problem} role="status">
          {problems.join(' ')}
        </p>
      )}
    </div>
  );
}

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['web', 'in the name, title, tags, description or host'],
  ['"two words"', 'with the space between'],
  ['state:running', 'also off, paused, crashed'],
  ['host:lab*', 'a star is anything'],
  ['is:autostart', 'also saved, snapshots, transient'],
  ['tag:web os:debian ip:10.', 'each has to hold'],
  ['cpu>50 memory>=4g', 'also vcpus, disk, net'],
  ['-state:off', 'what must not match'],
];

function FilterHelp() {
  return (
    <Popover position="bottom-end" width={380} trapFocus>
      <Popover.Target>
        <IconButton label="How to filter" size={22}>
          <IconHelp size={15} />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className={classes.help}>
          {EXAMPLES.map(([example, meaning]) => (
            <div key={example}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Chooses the columns. The menu stays open while one ticks. */
export function ColumnMenu({ columns }: { columns: FleetColumns }) {
  const entries = COLUMN_IDS.filter((id) => id !== 'name').map((id) => ({
    label: COLUMNS[id].title,
    checked: columns.visible.includes(id),
    icon: <span className={classes.tick}>{columns.visible.includes(id) ? '✓' : ''}</span>,
    run: () => columns.toggle(id),
  }));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton label="Columns">
          <IconColumns3 size={17} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown aria-label="Columns">
        <MenuLines entries={[...entries, 'line', { label: 'Reset columns', run: columns.reset }]} />
      </Menu.Dropdown>
    </Menu>
  );
}
