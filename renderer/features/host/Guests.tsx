import { useState } from 'react';
import type { Capabilities } from '../../../model/index.ts';
import { PlainTable, Section } from '../../ui/Facts.tsx';
import { count } from '../../ui/format.ts';
import classes from './Host.module.css';

/** Architectures that are shown before somebody asks for all: QEMU has thirty. */
const FIRST = 4;

const KINDS: Readonly<Record<string, string>> = {
  hvm: 'Full virtualization',
  xen: 'Paravirtualization (Xen)',
  xenpvh: 'Xen PVH',
  linux: 'Paravirtualization',
  exe: 'Containers',
};

/** What the host can run, by architecture. */
export function Guests({ capabilities }: { capabilities: Capabilities }) {
  const [all, setAll] = useState(false);
  const order = capabilities.architectures;
  const guests = [...capabilities.guests.all].sort(
    (a, b) => order.indexOf(a.arch ?? '') - order.indexOf(b.arch ?? ''),
  );
  const shown = all ? guests : guests.slice(0, FIRST);
  return (
    <Section title="Can run">
      <PlainTable
        label="Can run"
        head={['Architecture', 'Kind', 'With', 'Machine types', 'Features']}
        rows={shown.map((guest, index) => {
          const machines = new Set(guest.machines.all.map((machine) => machine.name ?? ''));
          return {
            key: `${guest.arch} ${guest.osType} ${index}`,
            cells: [
              `${guest.arch ?? ''}${guest.wordSize ? ` (${guest.wordSize} bit)` : ''}`,
              KINDS[guest.osType ?? ''] ?? guest.osType ?? '',
              guest.domains.all.map((domain) => domain.type ?? '').join(', '),
              machines.size === 0 ? '' : <Machines key="machines" names={[...machines]} />,
              [
                guest.acpi && 'ACPI',
                guest.apic && 'APIC',
                guest.cpuSelection && 'CPU models',
                guest.diskSnapshot && 'disk snapshots',
                guest.externalSnapshot && 'external snapshots',
              ]
                .filter(Boolean)
                .join(', '),
            ],
          };
        })}
        none="Nothing that libvirt knows."
      />
      {guests.length > FIRST && (
        <button type="button" className={classes.link} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${guests.length}`}
        </button>
      )}
    </Section>
  );
}

function Machines({ names }: { names: readonly string[] }) {
  return (
    <details className={classes.inline}>
      <summary>{count(names.length, 'type')}</summary>
      {names.join(', ')}
    </details>
  );
}
