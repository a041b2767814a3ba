import { IconShieldLock } from '@tabler/icons-react';
import { addTpm, type Domain, type Tpm } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField, TextField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { pathProblem } from './parts/checks.ts';
import { EmulatedTpm } from './parts/EmulatedTpm.tsx';
import { qemuOnly } from './parts/words.ts';

const BACKENDS: Readonly<Record<string, string>> = {
  emulator: 'Emulated',
  passthrough: 'The host’s own',
  external: 'Emulated by another program',
};

const MODELS: Readonly<Record<string, string>> = {
  'tpm-crb': 'CRB',
  'tpm-tis': 'TIS',
  'tpm-spapr': 'sPAPR',
  'spapr-tpm-proxy': 'sPAPR proxy',
};

/** Trusted platform modules. */
export const tpm: DeviceForm<'tpm'> = {
  kind: 'tpm',
  title: 'TPM',
  icon: IconShieldLock,
  summary: (device) =>
    [
      BACKENDS[device.backend ?? ''] ?? device.backend,
      device.version,
      MODELS[device.model ?? ''] ?? device.model,
    ]
      .filter(Boolean)
      .join(', '),
  Form: TpmForm,
  create: [
    {
      id: 'tpm',
      label: 'TPM',
      description: 'Keeps keys for the guest; Windows 11 wants one.',
      reason: (domain, { capabilities }) =>
        qemuOnly(domain.type) ??
        (domain.tpms.find(({ model }) => model !== 'spapr-tpm-proxy')
          ? 'A machine has one TPM, and this one has it.'
          : capabilities.tpm.backends.length === 0
            ? 'This host has no TPM and no emulator (swtpm) of one.'
            : null),
      make: (domain, { capabilities }) => {
        const { backends, models } = capabilities.tpm;
        const backend = backends.includes('emulator') ? 'emulator' : (backends[0] ?? 'emulator');
        const model = modelFor(domain, models);
        return addTpm(domain, { backend, model });
      },
    },
  ],
  dependents: () => [
    'The guest loses the keys in it: what is encrypted with them, like BitLocker, asks for its recovery key.',
  ],
  missing: (device) =>
    device.backend === 'external' && !device.sourcePath ? 'The socket of the emulator is not set.' : null,
};

function modelFor(domain: Domain, models: readonly string[]): string | null {
  // CRB is what UEFI systems of today expect; BIOS knows TIS only.
  const efi = domain.os.firmware === 'efi' || domain.os.loaderType === 'pflash';
  const wanted = efi ? ['tpm-crb', 'tpm-tis'] : ['tpm-tis', 'tpm-crb'];
  return wanted.find((model) => models.includes(model)) ?? models[0] ?? null;
}

function changeBackend(device: Tpm, backend: string | null): void {
  // What stands inside belongs to the old one.
  for (const path of ['version', 'persistent_state', 'debug']) device.set(`backend/@${path}`, null);
  for (const path of ['device', 'encryption', 'source', 'profile', 'active_pcr_banks']) {
    device.set(`backend/${path}`, null);
  }
  if (backend === 'emulator') device.version = '2.0';
  if (backend === 'passthrough') device.devicePath = '/dev/tpm0';
  if (backend === 'external') Object.assign(device, { sourceType: 'unix', sourceMode: 'connect' });
}

function TpmForm({ device }: { device: Tpm }) {
  const { capabilities } = useFormHost();
  const { backends, models, versions } = capabilities.tpm;
  const { backend } = device;
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="backend"
          label="Kind"
          none={null}
          options={optionsFrom(['emulator', 'passthrough', 'external'], backends, BACKENDS)}
          also={(next) => changeBackend(device, next)}
        />
        <SelectField
          of={device}
          field="model"
          label="Model"
          none="Hypervisor default"
          options={optionsFrom(Object.keys(MODELS), models, MODELS)}
          also={() => device.address.clear()}
        />
        {backend === 'emulator' && (
          <SelectField
            of={device}
            field="version"
            label="Version"
            none="Default"
            options={optionsFrom(['2.0', '1.2'], versions)}
            also={(version) => {
              if (version !== '2.0') device.set('backend/active_pcr_banks', null);
            }}
          />
        )}
        {backend === 'passthrough' && (
          <TextField
            of={device}
            field="devicePath"
            label="Device of the host"
            placeholder="/dev/tpm0"
            check={pathProblem}
          />
        )}
        {backend === 'external' && (
          <TextField
            of={device}
            field="sourcePath"
            label="Socket"
            placeholder="/path/of/the/socket"
            check={pathProblem}
          />
        )}
      </FieldGroup>
      {backend === 'emulator' && <EmulatedTpm device={device} />}
      {backend === 'emulator' && device.debug !== null && (
        <FieldGroup title="Finding faults">
          <NumberField of={device} field="debug" label="Log level" max={20} />
        </FieldGroup>
      )}
    </Form>
  );
}
