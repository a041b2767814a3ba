import { BOOT_DEVICE, type Domain } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup, OrderField } from '../../fields/index.ts';

const WORDS: Readonly<Record<string, string>> = {
  hd: 'Disks',
  cdrom: 'CD-ROM drives',
  network: 'Network cards',
  fd: 'Floppy drives',
};

/** The order of kinds of devices: other hypervisors know none of single ones. */
export function BootKinds({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const tried = domain.os.boot.all.flatMap(({ dev }) => (dev === null ? [] : [dev]));
  const rest = BOOT_DEVICE.filter((kind) => !tried.some((dev) => dev === kind));
  const items = [...tried, ...rest].map((id) => ({
    id,
    label: WORDS[id] ?? id,
    checked: tried.includes(id),
  }));
  return (
    <FieldGroup title="Tried in this order">
      <OrderField
        label="Boot order"
        items={items}
        onChange={(order, checked) =>
          edit.change(({ os }) => {
            os.boot.clear();
            for (const dev of order) if (checked.has(dev)) Reflect.set(os.boot.add(), 'dev', dev);
          })
        }
      />
    </FieldGroup>
  );
}
