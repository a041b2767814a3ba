import { useMemo } from 'react';
import type { ConnectionId, HostDevice, NodeDeviceKind } from '../../../../contract/index.ts';
import { client } from '../../../state/host.ts';
import { useReading } from '../../../state/useReading.ts';
import { type HostThing, readDevices } from './readDevices.ts';

/** The devices of a host of some kinds; null until they are there. Read when shown, and again when asked to. */
export function useNodeDevices(connection: ConnectionId, kinds: readonly NodeDeviceKind[]) {
  const { value, error, again } = useReading<readonly HostDevice[]>(`${connection} ${kinds.join(' ')}`, () =>
    client().hosts.nodeDevices({ connection, kinds: [...kinds] }),
  );
  const things: readonly HostThing[] | null = useMemo(() => value && readDevices(value), [value]);
  return { things, raw: value, failure: error, refresh: again };
}
