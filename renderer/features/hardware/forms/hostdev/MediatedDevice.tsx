import { type Hostdev, NodeDevice, XmlError } from '../../../../../model/index.ts';
import { FieldGroup, optionsFrom, SelectField, TextField, TriStateField } from '../../fields/index.ts';
import nodeClasses from '../../nodeDevices/NodeDevices.module.css';
import { useNodeDevices } from '../../nodeDevices/useNodeDevices.ts';
import { useFormHost } from '../formHost.tsx';
import { Remark } from '../parts/Remark.tsx';
import { Chooser } from './Chooser.tsx';

const MODELS: Readonly<Record<string, string>> = {
  'vfio-pci': 'PCI (graphics cards and others)',
  'vfio-ccw': 'Channel device (s390)',
  'vfio-ap': 'Crypto card (s390)',
};
const UUID = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

/** A share of a device of the host, such as a virtual graphics card. */
export function MediatedDevice({ device }: { device: Hostdev }) {
  const { address } = device.source;
  return (
    <>
      <Chooser
        device={device}
        label="Mediated devices of the host"
        kinds={['mdev']}
        text={address.uuid ?? ''}
        none="The host has no mediated device yet: make one of a type below."
        onChoose={({ capability }) => {
          address.uuid = capability.uuid;
        }}
      />
      <FieldGroup>
        <TextField
          of={address}
          field="uuid"
          label="UUID"
          check={(text) => (UUID.test(text) ? null : 'This is not a UUID.')}
        />
        <SelectField
          of={device}
          field="model"
          label="Model"
          none={null}
          options={optionsFrom(Object.keys(MODELS), null, MODELS)}
        />
        {device.model === 'vfio-pci' && (
          <>
            <TriStateField
              of={device}
              field="display"
              label="Shown as a display"
              hint="The guest’s screen is that of the device; the machine needs a VNC or SPICE display."
            />
            <TriStateField of={device} field="ramfb" label="Display before its driver (ramfb)" />
          </>
        )}
      </FieldGroup>
      <Types />
    </>
  );
}

interface Offer {
  readonly key: string;
  readonly parent: string;
  readonly id: string;
  readonly name: string | null;
  readonly left: number | null;
}

/** What devices of the host can be shared out as. */
function Types() {
  const { connection } = useFormHost();
  const { raw } = useNodeDevices(connection, ['mdev-type']);
  const offers = (raw ?? []).flatMap(({ name, xml }) => typesOf(name, xml));
  if (!raw) return null;
  return (
    <FieldGroup title="Types that can be made">
      {offers.length === 0 ? (
        <Remark>
          No device of the host can be shared out: it has no graphics card with such a driver, or the driver
          is not loaded.
        </Remark>
      ) : (
        <>
          <table className={nodeClasses.types} aria-label="Types that can be made">
            <thead>
              <tr>
                <th scope="col">Type</th>
                <th scope="col">Of the device</th>
                <th scope="col">Left</th>
              </tr>
            </thead>
            <tbody>
              {offers.map(({ key, parent, id, name, left }) => (
                <tr key={key}>
                  <td>{name === null ? id : `${id} (${name})`}</td>
                  <td>{parent}</td>
                  <td>{left ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Remark>
            A new one is made on the host with a description of its parent and type: virsh nodedev-define,
            then nodedev-start and nodedev-autostart. It is in the list above afterwards.
          </Remark>
        </>
      )}
    </FieldGroup>
  );
}

function typesOf(parent: string, xml: string): Offer[] {
  try {
    const own = NodeDevice.parse(xml).capability;
    const all = own ? [own, ...own.capabilities] : [];
    return all.flatMap(({ mdevTypes }) =>
      mdevTypes.all.map(({ id, name, availableInstances }) => ({
        key: `${parent} ${id}`,
        parent,
        id: id ?? '',
        name,
        left: availableInstances,
      })),
    );
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
}
