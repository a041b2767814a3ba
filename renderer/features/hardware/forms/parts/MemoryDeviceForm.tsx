import { countMemory, type MemoryDevice } from '../../../../../model/index.ts';
import { useProposed } from '../../edit/context.tsx';
import {
  FieldGroup,
  Form,
  NumberField,
  SelectField,
  SizeField,
  SwitchField,
  TextField,
  TriStateField,
} from '../../fields/index.ts';
import { setProblem } from './checks.ts';
import { HostPathField } from './HostPathField.tsx';
import { Remark } from './Remark.tsx';

const MIB = 1024 ** 2;

/** A memory device: how much, where in the guest, and what of the host it is made of. */
export function MemoryDeviceForm({ device }: { device: MemoryDevice }) {
  const domain = useProposed();
  const { model } = device;
  const persistent = model === 'nvdimm' || model === 'virtio-pmem';
  const cells = domain.cpu.cells.all;
  return (
    <Form>
      <FieldGroup>
        <TextField of={device} field="model" label="Model" readOnly />
        <SizeField
          of={device}
          field="size"
          label="Size"
          optional={false}
          min={MIB}
          also={() => countMemory(domain)}
        />
        {model !== 'virtio-pmem' && (
          <NumberField
            of={device}
            field="node"
            label="NUMA cell"
            hint={`The machine has ${cells.length === 1 ? 'one: 0' : `${cells.length}, from 0`}.`}
            max={Math.max(0, cells.length - 1)}
          />
        )}
        {model === 'virtio-mem' && (
          <>
            <SizeField
              of={device}
              field="requested"
              label="Given to the guest"
              hint="Can be changed while it runs, in whole blocks."
              optional={false}
              max={device.size ?? 0}
            />
            <SizeField of={device} field="blockSize" label="Block" optional={false} min={MIB} />
          </>
        )}
        <Room />
      </FieldGroup>
      <FieldGroup title="On the host">
        {persistent ? (
          <>
            <HostPathField of={device} field="sourcePath" label="File or device" wish="file" />
            {model === 'nvdimm' && (
              <>
                <SizeField of={device} field="sourceAlignSize" label="Alignment" placeholder="Page size" />
                <SwitchField of={device} field="sourcePmem" label="Is persistent memory itself" />
                <SizeField
                  of={device}
                  field="labelSize"
                  label="Label area"
                  hint="For the guest’s namespaces; it cannot be written to without one."
                  placeholder="None"
                  min={128 * 1024}
                />
                <SwitchField of={device} field="readonly" label="Read only" />
              </>
            )}
          </>
        ) : (
          <>
            <SizeField
              of={device}
              field="sourcePageSize"
              label="Page size"
              placeholder="Like the machine’s"
            />
            <TextField
              of={device}
              field="sourceNodemask"
              label="NUMA nodes of the host"
              placeholder="Any"
              check={setProblem}
            />
          </>
        )}
        <SelectField of={device} field="access" label="Shared with others" none="Like the machine’s" />
        {!persistent && <TriStateField of={device} field="discard" label="Content is thrown away" />}
      </FieldGroup>
    </Form>
  );
}

/** How much can be plugged in, and whether this fits. */
function Room() {
  const domain = useProposed();
  const { memory, maxMemory, memorySlots } = domain;
  const used = domain.memoryDevices.all.filter(({ model }) => model === 'dimm' || model === 'nvdimm').length;
  if (maxMemory === null) {
    return <Remark warning>The machine has no room for memory devices: set how much under Memory.</Remark>;
  }
  if ((memory ?? 0) > maxMemory) {
    return (
      <Remark warning>All memory together is more than the machine’s limit: raise it under Memory.</Remark>
    );
  }
  if (used > (memorySlots ?? 0)) {
    return <Remark warning>There are more modules than slots: add slots under Memory.</Remark>;
  }
  return (
    <Remark>
      {Math.round((memory ?? 0) / MIB)} of {Math.round(maxMemory / MIB)} MiB are used, and {used} of{' '}
      {memorySlots ?? 0} slots.
    </Remark>
  );
}
