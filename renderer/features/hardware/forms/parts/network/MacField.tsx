import { Button } from '@mantine/core';
import { type NetworkInterface, newMac } from '../../../../../../model/index.ts';
import { useEdit, useProposed } from '../../../edit/context.tsx';
import { FieldRow, TextField } from '../../../fields/index.ts';
import { Remark } from '../Remark.tsx';
import { macProblem } from './connections.ts';
import type { HostNetworkingFacts } from './hostNetworking.ts';

/** The card's address, and whether somebody else has it. */
export function MacField({ device, host }: { device: NetworkInterface; host: HostNetworkingFacts }) {
  const edit = useEdit();
  const domain = useProposed();
  const own = domain.interfaces.all
    .filter((one) => one.element !== device.element)
    .map((one) => one.mac ?? '');
  const others = host.macs.filter(({ uuid }) => uuid !== (edit.source.uuid ?? domain.uuid));
  const mac = device.mac?.toLowerCase();
  const sharers = [...new Set(others.filter((one) => one.mac === mac).map(({ machine }) => machine))];
  return (
    <>
      <TextField of={device} field="mac" label="MAC address" check={(text) => macProblem(text, own)} />
      <FieldRow label="">
        <Button
          variant="default"
          size="compact-xs"
          style={{ flex: 'none' }}
          onClick={() =>
            edit.change(() => {
              device.mac = newMac([...own, ...others.map((one) => one.mac)]);
            })
          }
        >
          New address
        </Button>
      </FieldRow>
      {sharers.length > 0 && (
        <Remark warning>
          {sharers.slice(0, 3).join(', ')}
          {sharers.length > 3 && ` and ${sharers.length - 3} more`} on this host{' '}
          {sharers.length === 1 ? 'has' : 'have'} this address too: they cannot be in the same network at the
          same time.
        </Remark>
      )}
    </>
  );
}
