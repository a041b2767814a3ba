import type { Domain } from '../../../../../model/index.ts';
import { FieldGroup, optionsFrom, SelectField, TextField, TriStateField } from '../../fields/index.ts';
import { useFormHost } from '../../forms/formHost.tsx';
import { pathProblem } from '../../forms/parts/checks.ts';
import {
  chooseFirmware,
  type FirmwareChoice,
  firmwareChoice,
  firmwareFeature,
  secureBootRefusal,
  setFirmwareFeature,
} from './firmware.ts';
import { NvramReset } from './NvramReset.tsx';
import { ON_OFF, type Value, ValueSelect } from './Value.tsx';

const CHOICES: Readonly<Record<string, string>> = {
  bios: 'BIOS',
  efi: 'UEFI, found by libvirt',
  manual: 'An image of the host',
};

/** The firmware, its features, and where it keeps its settings. */
export function FirmwareFields({ domain }: { domain: Domain }) {
  const { capabilities } = useFormHost();
  const { os } = domain;
  const choice = firmwareChoice(domain);
  const [first = null] = capabilities.os.loaders;
  const offered = [...capabilities.firmwares, 'manual'];
  return (
    <FieldGroup title="Firmware">
      <ValueSelect
        value={{
          name: 'os/@firmware',
          read: (one) => (firmwareChoice(one) === 'default' ? null : firmwareChoice(one)),
          write: (one, next) => chooseFirmware(one, asChoice(next), first),
        }}
        label="Firmware"
        hint="A system installed with one seldom starts with the other."
        none="Hypervisor default (a BIOS on PCs)"
        options={optionsFrom(['efi', 'bios', 'manual'], offered, CHOICES)}
      />
      {choice === 'efi' && <FeatureFields domain={domain} />}
      {(choice === 'manual' || os.loader !== null) && (
        <LoaderFields domain={domain} manual={choice === 'manual'} />
      )}
      {(choice === 'efi' || os.loaderType === 'pflash') && (
        <>
          <TextField
            of={os}
            field="nvram"
            label="NVRAM"
            hint="Where the firmware keeps its settings, among them its own boot order and keys."
            placeholder="Chosen by libvirt"
            check={pathProblem}
          />
          <TextField
            of={os}
            field="nvramTemplate"
            label="Made from"
            placeholder="Chosen by libvirt"
            check={pathProblem}
          />
          <NvramReset domain={domain} />
        </>
      )}
    </FieldGroup>
  );
}

function asChoice(next: string | null): FirmwareChoice {
  return next === 'bios' || next === 'efi' || next === 'manual' ? next : 'default';
}

function featureValue(name: string): Value {
  return {
    name: `os/firmware/feature[${name}]`,
    read: (domain) => firmwareFeature(domain, name),
    write: (domain, state) => setFirmwareFeature(domain, name, state),
  };
}

function FeatureFields({ domain }: { domain: Domain }) {
  const { capabilities } = useFormHost();
  const told = capabilities.os.loaderEnums.length > 0;
  const none = told && !capabilities.secureBoot ? 'no such firmware on this host' : null;
  const off = firmwareFeature(domain, 'secure-boot') === 'off';
  return (
    <>
      <ValueSelect
        value={featureValue('secure-boot')}
        label="Secure boot"
        hint="Starts signed systems only. Needs SMM, which is switched on with it."
        none="As libvirt finds it"
        options={ON_OFF(secureBootRefusal(domain) ?? none)}
      />
      <ValueSelect
        value={featureValue('enrolled-keys')}
        label="Keys of the usual signers"
        hint="Without them, secure boot waits until keys are put in."
        none="As libvirt finds it"
        options={ON_OFF(off ? 'with secure boot only' : none)}
      />
    </>
  );
}

function LoaderFields({ domain, manual }: { domain: Domain; manual: boolean }) {
  const { capabilities } = useFormHost();
  const { os } = domain;
  const known = capabilities.os.loaders;
  return (
    <>
      {known.length > 0 && (
        <SelectField
          of={os}
          field="loader"
          label={manual ? 'Image' : 'Image that was found'}
          options={optionsFrom(known, null)}
          none="Chosen by libvirt"
        />
      )}
      <TextField of={os} field="loader" label="Its path" check={pathProblem} placeholder="None" />
      <SelectField
        of={os}
        field="loaderType"
        label="Sits in"
        none="As libvirt does"
        options={optionsFrom(['pflash', 'rom'], null, { pflash: 'Flash memory', rom: 'ROM' })}
      />
      <TriStateField of={os} field="loaderReadonly" label="Cannot be written to" />
      <TriStateField of={os} field="loaderSecure" label="Keeps out the system (secure)" />
      <TriStateField of={os} field="loaderStateless" label="Without NVRAM" />
    </>
  );
}
