import type { XmlNode } from '../../../../../model/index.ts';
import { FieldGroup, TriStateField } from '../../fields/index.ts';

interface VirtioNode extends XmlNode {
  iommu: boolean | null;
  ats: boolean | null;
  packed: boolean | null;
  pagePerVq: boolean | null;
}

/** What every device on the virtio bus can be told. */
export function VirtioFields({ device }: { device: VirtioNode }) {
  return (
    <FieldGroup title="VirtIO">
      <TriStateField
        of={device}
        field="iommu"
        label="Behind the guest’s IOMMU"
        hint="Needed for encrypted guests, and where the guest has an IOMMU."
      />
      <TriStateField of={device} field="ats" label="Address translation cache" />
      <TriStateField of={device} field="packed" label="Packed rings" />
      <TriStateField of={device} field="pagePerVq" label="A page for each queue" />
    </FieldGroup>
  );
}
