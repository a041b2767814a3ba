import { Checkbox } from '@mantine/core';
import type { Domain } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup } from '../../fields/index.ts';
import classes from './Rows.module.css';

/** Events that libvirt's statistics can count (https://libvirt.org/formatdomain.html#performance-monitoring-events). */
const EVENTS: Readonly<Record<string, string>> = {
  cpu_cycles: 'CPU cycles',
  instructions: 'Instructions',
  cache_references: 'Cache references',
  cache_misses: 'Cache misses',
  branch_instructions: 'Branches',
  branch_misses: 'Branch misses',
  page_faults: 'Page faults',
  context_switches: 'Context switches',
  cpu_migrations: 'Moves between processors',
  cmt: 'Cache use (Intel CMT)',
  mbmt: 'Memory bandwidth (Intel)',
  mbml: 'Memory bandwidth, this node (Intel)',
};

/** What the host counts of the machine's processors. */
export function PerfEvents({ domain }: { domain: Domain }) {
  const edit = useEdit();
  if (!['qemu', 'kvm'].includes(domain.type ?? '')) return null;
  const own = domain.perfEvents.map(({ name }) => name ?? '');
  const names = [...new Set([...Object.keys(EVENTS), ...own])].filter((name) => name !== '');
  const toggle = (name: string, on: boolean) =>
    edit.change((next) => {
      const there = next.perfEvents.find((one) => one.name === name);
      if (on && there) there.enabled = true;
      else if (on) next.perfEvents.add({ name, enabled: true });
      else if (there) next.perfEvents.remove(there);
    });
  return (
    <FieldGroup title="Counted by the host">
      <div className={classes.checks}>
        {names.map((name) => (
          <Checkbox
            key={name}
            size="xs"
            label={EVENTS[name] ?? name}
            title={`libvirt: perf/event[${name}]`}
            checked={domain.perfEvents.find((one) => one.name === name)?.enabled === true}
            onChange={(event) => toggle(name, event.currentTarget.checked)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
