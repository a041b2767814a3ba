import type { NetworkInterface } from '../../../../../../model/index.ts';
import { FieldGroup, NumberField } from '../../../fields/index.ts';
import { Remark } from '../Remark.tsx';

/** How fast the guest may send and receive; inbound is towards the guest. */
export function LimitFields({ device }: { device: NetworkInterface }) {
  const { inbound, outbound } = device.bandwidth;
  const odd = [inbound, outbound].some(
    ({ average, peak, burst, floor }) => average === null && floor === null && (peak ?? burst) !== null,
  );
  return (
    <FieldGroup title="Bandwidth">
      <NumberField
        of={inbound}
        field="average"
        label="To the guest"
        suffix="KiB/s"
        placeholder="No limit"
        min={1}
      />
      <NumberField of={inbound} field="peak" label="at most" suffix="KiB/s" min={1} />
      <NumberField of={inbound} field="burst" label="in bursts of" suffix="KiB" min={1} />
      {device.type === 'network' && (
        <NumberField
          of={inbound}
          field="floor"
          label="at least"
          hint="Kept free for it; the network has to have a limit itself."
          suffix="KiB/s"
          min={1}
        />
      )}
      <NumberField
        of={outbound}
        field="average"
        label="From the guest"
        suffix="KiB/s"
        placeholder="No limit"
        min={1}
      />
      <NumberField of={outbound} field="peak" label="at most" suffix="KiB/s" min={1} />
      <NumberField of={outbound} field="burst" label="in bursts of" suffix="KiB" min={1} />
      {odd && <Remark warning>“At most” and “in bursts of” mean something only with an average.</Remark>}
    </FieldGroup>
  );
}
