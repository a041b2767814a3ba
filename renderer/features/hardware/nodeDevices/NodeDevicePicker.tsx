import { Loader, TextInput } from '@mantine/core';
import { IconRefresh, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ApiErrorData } from '../../../../contract/index.ts';
import { cx } from '../../../ui/cx.ts';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import classes from './NodeDevices.module.css';
import { filterDevices, type HostThing, refusalOf } from './readDevices.ts';

/** Shown at once; the filter finds the others. */
const SHOWN = 300;

interface NodeDevicePickerProps {
  /** "PCI devices of the host" */
  label: string;
  things: readonly HostThing[] | null;
  failure: ApiErrorData | null;
  onRefresh: () => void;
  chosen: HostThing | undefined;
  onChoose: (thing: HostThing) => void;
  /** The machine that is edited: what it has itself is no warning. */
  machine: string | null;
  /** Said where the host has none. */
  none: string;
}

/** Chooses a device of the host from a searchable list, in groups. */
export function NodeDevicePicker(props: NodeDevicePickerProps) {
  const { label, things, failure, onRefresh, none } = props;
  const [filter, setFilter] = useState('');
  const found = useMemo(() => filterDevices(things ?? [], filter), [things, filter]);
  const groups = useMemo(() => inGroups(found.slice(0, SHOWN)), [found]);
  if (failure) {
    return (
      <ErrorView title="The devices of the host could not be listed" error={failure} again={onRefresh} />
    );
  }
  if (!things) return <Loader size="sm" aria-label="Reading the devices of the host" />;
  return (
    <div className={classes.picker}>
      <div className={classes.bar}>
        <TextInput
          size="xs"
          aria-label={`Filter ${label}`}
          placeholder="Name, place, maker, driver"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          leftSection={<IconSearch size={14} aria-hidden />}
        />
        <IconButton label="Read the devices again" variant="subtle" onClick={onRefresh}>
          <IconRefresh size={16} />
        </IconButton>
      </div>
      <div role="listbox" aria-label={label} className={classes.list}>
        {[...groups].map(([group, members]) => (
          <div key={group} role="group" aria-label={group}>
            <div className={classes.group} aria-hidden="true">
              {group}
            </div>
            {members.map((thing) => (
              <Thing key={thing.name} thing={thing} {...props} />
            ))}
          </div>
        ))}
        {found.length === 0 && (
          <p className={classes.dim}>{things.length === 0 ? none : 'None is like that.'}</p>
        )}
        {found.length > SHOWN && (
          <p className={classes.dim}>
            {SHOWN} of {found.length} shown. Filter to find the others.
          </p>
        )}
      </div>
    </div>
  );
}

function Thing({ thing, chosen, onChoose, machine }: NodeDevicePickerProps & { thing: HostThing }) {
  const refusal = refusalOf(thing);
  const others = thing.usedBy.filter(({ uuid }) => uuid !== machine);
  const isChosen = chosen?.name === thing.name;
  return (
    <button
      type="button"
      role="option"
      aria-selected={isChosen}
      aria-disabled={refusal !== null}
      title={refusal ?? thing.name}
      className={cx(classes.thing, isChosen && classes.chosen, refusal !== null && classes.refused)}
      onClick={() => refusal === null && onChoose(thing)}
    >
      <span className={classes.title}>{thing.title}</span>
      <span className={classes.place}>{thing.place}</span>
      <span className={classes.facts}>
        {[
          thing.driver !== null && `driver ${thing.driver}`,
          thing.iommuGroup !== null && `IOMMU group ${thing.iommuGroup}`,
        ]
          .filter(Boolean)
          .join(', ')}
        {others.length > 0 && (
          <strong className={classes.used}> {others.map(({ name }) => name).join(', ')} has it</strong>
        )}
      </span>
    </button>
  );
}

function inGroups(things: readonly HostThing[]): Map<string, HostThing[]> {
  const groups = new Map<string, HostThing[]>();
  for (const thing of things) groups.set(thing.group, [...(groups.get(thing.group) ?? []), thing]);
  return groups;
}
