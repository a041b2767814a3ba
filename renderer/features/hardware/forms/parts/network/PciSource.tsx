import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NetworkInterface } from '../../../../../../model/index.ts';
import { useEdit, useEditState } from '../../../edit/context.tsx';
import { FieldRow, TriStateField } from '../../../fields/index.ts';
import { pciAddress } from './connections.ts';

/** The function of a card that the machine gets: where it sits on the host's PCI bus. */
export function PciSource({ device }: { device: NetworkInterface }) {
  const edit = useEdit();
  const { hostAddress } = device.source;
  const id = `${edit.ids.of(device)}/pciSource`;
  const typed = useEditState((state) => state.typed.get(id));
  /** What was typed here last, and what it became: as long as it is that, the typed text stays. */
  const [own, setOwn] = useState({ typed: '', became: '' });
  const present = hostAddress.exists ? hostAddress.text : '';
  const change = (text: string) => {
    const address = pciAddress(text);
    if (!address) {
      edit.setTyped(id, { text, problem: PROBLEM, label: LABEL });
      return;
    }
    edit.setTyped(id, null);
    edit.change(() => {
      const hex = (value: number, digits: number) => `0x${value.toString(16).padStart(digits, '0')}`;
      hostAddress.type = 'pci';
      hostAddress.set('@domain', hex(address.domain, 4));
      hostAddress.set('@bus', hex(address.bus, 2));
      hostAddress.set('@slot', hex(address.slot, 2));
      hostAddress.set('@function', hex(address.function, 1));
    }, id);
    setOwn({ typed: text, became: hostAddress.text });
  };
  const shown = typed?.text ?? (own.became === present ? own.typed : present);
  return (
    <>
      <FieldRow
        label={LABEL}
        hint="A virtual function of a card with SR-IOV. A network that is a pool of such functions chooses a free one by itself."
        problem={typed?.problem}
      >
        <TextInput
          size="xs"
          aria-label={LABEL}
          aria-invalid={typed !== undefined}
          title="libvirt: interface/source/address"
          placeholder="0000:03:10.1"
          value={shown}
          onChange={(event) => change(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </FieldRow>
      <TriStateField
        of={device}
        field="managed"
        label="Taken from the host’s driver"
        hint="And given back when the machine stops."
        none="Default: no"
      />
    </>
  );
}

const LABEL = 'Place on the host';
const PROBLEM = 'A place like 0000:03:10.1.';
