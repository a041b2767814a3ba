import { IconPlayerPlay } from '@tabler/icons-react';
import type { Domain, OperatingSystem } from '../../../../model/index.ts';
import { useEdit } from '../edit/context.tsx';
import { FieldGroup, Form, NumberField, OrderField, TextField, TriStateField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { pathProblem } from '../forms/parts/checks.ts';
import { Remark } from '../forms/parts/Remark.tsx';
import { BootKinds } from './parts/BootKinds.tsx';
import { bootEntries, hasDeviceOrder, setBootOrder } from './parts/bootOrder.ts';
import { FirmwareFields } from './parts/FirmwareFields.tsx';
import { InitFields } from './parts/InitFields.tsx';

/** What the machine starts from. */
export const boot: SectionForm = {
  id: 'boot',
  title: 'Boot',
  icon: IconPlayerPlay,
  summary: (domain) => {
    const { os } = domain;
    if (os.type === 'exe') return os.init ?? '';
    const firmware = isUefi(os) ? 'UEFI' : 'BIOS';
    if (os.kernel !== null) return `${firmware}, a kernel of the host`;
    const first = bootEntries(domain).find(({ checked }) => checked);
    return first ? `${firmware}, ${first.label.split(':')[0] ?? ''}` : firmware;
  },
  Form: BootForm,
};

function isUefi(os: OperatingSystem): boolean {
  return os.firmware === 'efi' || os.loaderType === 'pflash';
}

function BootForm({ domain }: { domain: Domain }) {
  if (domain.os.type === 'exe') return <InitFields domain={domain} />;
  return (
    <Form>
      {hasDeviceOrder(domain) ? <DeviceOrder domain={domain} /> : <BootKinds domain={domain} />}
      <FieldGroup title="At the start">
        <TriStateField
          of={domain.os}
          field="bootMenu"
          label="Boot menu"
          hint="Asks which device to start from."
        />
        {domain.os.bootMenu === true && (
          <NumberField
            of={domain.os}
            field="bootMenuTimeout"
            label="Shown for"
            suffix="ms"
            max={65_535}
            placeholder="As the firmware does"
          />
        )}
        <NumberField
          of={domain.os}
          field="biosRebootTimeout"
          label="Nothing found: again after"
          hint="-1: it does not try again. Only with a BIOS."
          suffix="ms"
          min={-1}
          max={65_535}
        />
        <TriStateField
          of={domain.os}
          field="biosUseSerial"
          label="BIOS on the serial port"
          hint="Shows its messages there too."
        />
      </FieldGroup>
      <KernelFields domain={domain} />
      <FirmwareFields domain={domain} />
    </Form>
  );
}

function DeviceOrder({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const entries = bootEntries(domain);
  const items = entries.map(({ device, label, checked }) => ({ id: edit.ids.of(device), label, checked }));
  const direct = domain.os.kernel !== null;
  return (
    <FieldGroup title="Tried in this order">
      {direct && <Remark>The kernel below is started, and none of these.</Remark>}
      <OrderField
        label="Boot order"
        items={items}
        onChange={(order, checked) =>
          edit.change((next) => {
            const tried = order.filter((id) => checked.has(id));
            const devices = tried.flatMap(
              (id) => entries.find(({ device }) => edit.ids.of(device) === id) ?? [],
            );
            setBootOrder(
              next,
              devices.map(({ device }) => device),
            );
          })
        }
      />
      {!direct && items.every(({ checked }) => !checked) && (
        <Remark warning>Nothing is chosen: libvirt lets it start from its first disk.</Remark>
      )}
    </FieldGroup>
  );
}

function KernelFields({ domain }: { domain: Domain }) {
  const { os } = domain;
  return (
    <FieldGroup title="Kernel of the host">
      <TextField
        of={os}
        field="kernel"
        label="Kernel"
        hint="Started without any boot loader. Paths on the host; empty: from the devices."
        placeholder="None"
        check={pathProblem}
      />
      <TextField of={os} field="initrd" label="Initial RAM disk" placeholder="None" check={pathProblem} />
      <TextField of={os} field="cmdline" label="Arguments" placeholder="None" />
      <TextField of={os} field="dtb" label="Device tree" placeholder="None" check={pathProblem} />
      {os.kernel === null && (os.initrd !== null || os.cmdline !== null || os.dtb !== null) && (
        <Remark warning>Without a kernel, the rest is of no use.</Remark>
      )}
    </FieldGroup>
  );
}
