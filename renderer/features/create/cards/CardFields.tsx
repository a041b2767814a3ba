import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import classes from '../Create.module.css';
import type { CardDraft } from '../draft/parts.ts';
import type { Problems } from '../draft/problems.ts';
import { isContainer } from '../draft/questions.ts';
import { Choice } from '../parts/Choice.tsx';
import { Dim } from '../parts/Note.tsx';
import { optionsOf } from '../platform/fields.ts';
import { useWizard } from '../wizardStore.ts';
import { changeCard, removeCard } from './changeCards.ts';

const KINDS = {
  network: 'Virtual network',
  bridge: 'Bridge',
  direct: 'macvtap',
  user: 'User mode',
} as const;

/** What each connection gives, in a sentence. */
const SENTENCES = {
  network: 'One of the networks that libvirt keeps on the host; most reach the outside by NAT.',
  bridge: 'The machine is in the host’s own network, like any other computer there.',
  direct: 'In the host’s own network through one of its cards; the host itself cannot be reached.',
  user: 'It can reach the outside, nothing can reach it. Needs no rights on the host; slow.',
} as const;

const KIND_LIST = ['network', 'bridge', 'direct', 'user'] as const;

interface CardFieldsProps {
  card: CardDraft;
  label: string;
  problems: Problems;
  /** Only what it is connected to. */
  brief?: boolean;
}

/** A network card: what it is connected to, and which card it is. */
export function CardFields({ card, label, problems, brief = false }: CardFieldsProps) {
  const { draft, offer, defaults } = useWizard();
  if (!offer) return null;
  const { key } = card;
  const container = isContainer(draft.how.method);
  const problem = problems[`card${key}`];
  const models = optionsOf(defaults.value, 'cardModel');
  return (
    <fieldset className={classes.box} aria-label={label}>
      <legend>{label}</legend>
      {!brief && (
        <div className={classes.boxRemove}>
          <IconButton label={`Remove ${label.toLowerCase()}`} onClick={() => removeCard(key)}>
            <IconTrash size={15} />
          </IconButton>
        </div>
      )}
      <Choice
        label={`${label}: connected to`}
        value={card.kind}
        onChange={(kind) => changeCard(key, { kind })}
        options={KIND_LIST.map((kind) => ({
          value: kind,
          label: KINDS[kind],
          refusal:
            kind === 'network' && offer.networks.length === 0
              ? 'This host has no virtual network.'
              : kind === 'user' && container
                ? 'Containers cannot use it.'
                : null,
        }))}
      />
      <Dim>{SENTENCES[card.kind]}</Dim>
      <div className={brief ? classes.single : classes.triple}>
        <Source card={card} problem={problem} />
        {!brief && !container && (
          <NativeSelect
            label="Model"
            value={card.model}
            onChange={(event) => changeCard(key, { model: event.currentTarget.value })}
            data={[
              { value: '', label: `Default (${defaults.value?.platform.cardModel ?? 'of the host'})` },
              ...models.map(({ value, label: name, refusal }) => ({
                value,
                label: refusal ? `${name}: ${refusal}` : name,
                disabled: refusal !== null,
              })),
            ]}
          />
        )}
        {!brief && (
          <TextInput
            label="MAC address"
            placeholder="chosen by libvirt"
            value={card.mac}
            onChange={(event) => changeCard(key, { mac: event.currentTarget.value })}
            error={problems[`card${key}mac`]}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </div>
    </fieldset>
  );
}

function Source({ card, problem }: { card: CardDraft; problem: string | undefined }) {
  const offer = useWizard((state) => state.offer);
  const { key } = card;
  if (!offer || card.kind === 'user') return null;
  if (card.kind === 'network') {
    return (
      <NativeSelect
        label="Virtual network"
        value={card.network}
        onChange={(event) => changeCard(key, { network: event.currentTarget.value })}
        error={problem}
        data={[
          ...(offer.networks.some(({ name }) => name === card.network)
            ? []
            : [{ value: card.network, label: card.network || 'Choose a network' }]),
          ...offer.networks.map(({ name, active, bridge }) => ({
            value: name,
            label: active ? `${name}${bridge ? ` (${bridge})` : ''}` : `${name} (not started)`,
            disabled: !active,
          })),
        ]}
      />
    );
  }
  const isBridge = card.kind === 'bridge';
  return (
    <Autocomplete
      label={isBridge ? 'Bridge' : 'Card of the host'}
      placeholder={isBridge ? 'br0' : 'eth0'}
      data={isBridge ? offer.bridges : offer.cards.map(({ name }) => name)}
      value={isBridge ? card.bridge : card.device}
      onChange={(value) => changeCard(key, isBridge ? { bridge: value } : { device: value })}
      error={problem}
      spellCheck={false}
    />
  );
}
