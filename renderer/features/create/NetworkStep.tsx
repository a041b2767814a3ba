import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { changeDraft, useCreate } from './createStore.ts';
import type { Draft } from './draft.ts';
import type { StepProps } from './stepProps.ts';

const KINDS: readonly (readonly [Draft['networkKind'], string, string])[] = [
  [
    'network',
    'A virtual network',
    'One of the networks that libvirt keeps on the host; most reach the outside by NAT.',
  ],
  [
    'bridge',
    'A bridge of the host',
    'The machine is in the host’s own network, like any other computer there.',
  ],
  ['user', 'User mode', 'It can reach the outside, nothing can reach it. Needs no rights on the host; slow.'],
  ['none', 'No network card', 'The machine is by itself.'],
];

/** How the machine is connected. */
export function NetworkStep({ problems }: StepProps) {
  const { draft, options } = useCreate();
  if (!options) return null;
  const { networks } = options;
  return (
    <Stack gap="md">
      <Radio.Group
        label="Network"
        value={draft.networkKind}
        onChange={(value) =>
          changeDraft({ networkKind: KINDS.find(([kind]) => kind === value)?.[0] ?? 'none' })
        }
      >
        <Stack gap={8} mt={6}>
          {KINDS.map(([kind, label, description]) => (
            <Radio
              key={kind}
              value={kind}
              label={label}
              description={
                kind === 'network' && networks.length === 0
                  ? 'This host has no virtual network.'
                  : description
              }
              disabled={kind === 'network' && networks.length === 0}
            />
          ))}
        </Stack>
      </Radio.Group>
      {draft.networkKind === 'network' && (
        <NativeSelect
          label="Virtual network"
          value={draft.network}
          onChange={(event) => changeDraft({ network: event.currentTarget.value })}
          error={problems.network}
          data={[
            ...(draft.network === '' ? [{ value: '', label: 'Choose a network' }] : []),
            ...networks.map(({ name, active, bridge }) => ({
              value: name,
              label: active ? `${name}${bridge ? ` (${bridge})` : ''}` : `${name} (not started)`,
              disabled: !active,
            })),
          ]}
        />
      )}
      {draft.networkKind === 'bridge' && (
        <TextInput
          label="Bridge"
          placeholder="br0"
          value={draft.bridge}
          onChange={(event) => changeDraft({ bridge: event.currentTarget.value })}
          error={problems.bridge}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Stack>
  );
}
