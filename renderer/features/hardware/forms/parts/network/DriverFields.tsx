import type { NetworkInterface } from '../../../../../../model/index.ts';
import {
  FieldGroup,
  type FieldsOf,
  NumberField,
  optionsFrom,
  SelectField,
  TriStateField,
} from '../../../fields/index.ts';
import { VirtioFields } from '../VirtioFields.tsx';

type Switch = FieldsOf<NetworkInterface, boolean | null>;

const HOST: readonly [Switch, string][] = [
  ['hostCsum', 'Checksums'],
  ['hostGso', 'GSO'],
  ['hostTso4', 'TSO, IPv4'],
  ['hostTso6', 'TSO, IPv6'],
  ['hostEcn', 'ECN'],
  ['hostUfo', 'UFO'],
  ['hostMrgRxbuf', 'Merged receive buffers'],
];
const GUEST: readonly [Switch, string][] = [
  ['guestCsum', 'Checksums'],
  ['guestTso4', 'TSO, IPv4'],
  ['guestTso6', 'TSO, IPv6'],
  ['guestEcn', 'ECN'],
  ['guestUfo', 'UFO'],
];

/** How a VirtIO card works, for those who measure. */
export function DriverFields({ device }: { device: NetworkInterface }) {
  if (!device.model?.startsWith('virtio')) return null;
  return (
    <>
      <FieldGroup title="Driver">
        <SelectField
          of={device}
          field="driver"
          label="Carried by"
          none="The kernel, if it can (default)"
          options={optionsFrom(['vhost', 'qemu'], null, { vhost: 'The kernel (vhost)', qemu: 'QEMU' })}
        />
        <NumberField
          of={device}
          field="queues"
          label="Queues"
          hint="As many as the guest has vCPUs is a good number."
          min={1}
          max={256}
        />
        <NumberField of={device} field="rxQueueSize" label="Length to the guest" min={256} max={1024} />
        <NumberField of={device} field="txQueueSize" label="Length from the guest" min={256} max={1024} />
        <SelectField
          of={device}
          field="txMode"
          label="Sends"
          options={optionsFrom(['iothread', 'timer'], null, { iothread: 'At once', timer: 'In portions' })}
        />
        <TriStateField of={device} field="ioeventfd" label="Wakes QEMU by itself (ioeventfd)" />
        <TriStateField of={device} field="eventIdx" label="Fewer interrupts (event_idx)" />
        <TriStateField of={device} field="rss" label="Spread over vCPUs (RSS)" />
        <TriStateField of={device} field="rssHashReport" label="Tells the hash of packets" />
      </FieldGroup>
      <FieldGroup title="The guest need not do by itself">
        {HOST.map(([field, label]) => (
          <TriStateField key={field} of={device} field={field} label={label} />
        ))}
      </FieldGroup>
      <FieldGroup title="The guest does, so that the host need not">
        {GUEST.map(([field, label]) => (
          <TriStateField key={field} of={device} field={field} label={label} />
        ))}
      </FieldGroup>
      <VirtioFields device={device} />
    </>
  );
}
