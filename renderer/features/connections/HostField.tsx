import { Autocomplete } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { HostSuggestion } from '../../../contract/index.ts';
import { transportOf, type UriParts, type UriProblem } from '../../../model/uri/index.ts';
import { withHost } from './address.ts';
import classes from './ConnectionDialog.module.css';
import { shownProblem } from './shownProblem.ts';

/** Suggestions shown at once. */
const LIMIT = 8;

interface HostFieldProps {
  parts: UriParts;
  problem: UriProblem | undefined;
  strict: boolean;
  suggestions: readonly HostSuggestion[];
  onChange: (parts: UriParts) => void;
}

/** The host's name, with those offered that this user has been to or has written down. */
export function HostField({ parts, problem, strict, suggestions, onChange }: HostFieldProps) {
  const [left, setLeft] = useState(false);
  const offered = useMemo(() => new Map(suggestions.map((one) => [one.host, one])), [suggestions]);
  const missing = parts.host === '' && !strict && !left;
  return (
    <Autocomplete
      data-autofocus
      label="Host"
      placeholder="Name or address"
      limit={LIMIT}
      openOnFocus={false}
      data={[...offered.keys()]}
      value={parts.host}
      onChange={(text) => onChange(withHost(parts, text, false))}
      onOptionSubmit={(name) => onChange(chosen(parts, offered.get(name), name))}
      onBlur={() => {
        setLeft(true);
        const next = withHost(parts, parts.host, true);
        if (next.host !== parts.host) onChange(next);
      }}
      renderOption={({ option }) => <Suggestion name={option.value} host={offered.get(option.value)} />}
      spellCheck={false}
      {...shownProblem(missing ? undefined : problem)}
    />
  );
}

/**
 * The parts with a suggested host. What belongs to ssh alone (user, port, names that only its
 * configuration knows) is taken for ssh alone.
 */
export function chosen(parts: UriParts, suggestion: HostSuggestion | undefined, name: string): UriParts {
  if (!suggestion) return { ...parts, host: name };
  const { host, user, port, source, detail } = suggestion;
  const transport = transportOf({ transport: parts.transport, host: name });
  // libssh and libssh2 do not read ssh's configuration.
  const real = source === 'ssh-config' && transport?.id !== 'ssh' && detail ? detail : host;
  if (!transport?.ssh) return { ...parts, host: real };
  // ssh itself finds in its configuration who and where; a port of known_hosts it does not.
  const byConfig = source === 'ssh-config' && transport.id === 'ssh';
  return {
    ...parts,
    host: real,
    user: byConfig ? parts.user : (user ?? parts.user),
    port: byConfig ? parts.port : (port ?? parts.port),
  };
}

function Suggestion({ name, host }: { name: string; host: HostSuggestion | undefined }) {
  const who = host?.user ? `${host.user}@` : '';
  const door = host?.port ? `:${host.port}` : '';
  const where = host?.source === 'ssh-config' ? 'ssh configuration' : 'known host';
  const others = host?.detail.split(', ').filter((other) => other !== name) ?? [];
  return (
    <span className={classes.suggestion}>
      <span>{`${who}${name}${door}`}</span>
      <span className={classes.dim}>{[...others, where].join(', ')}</span>
    </span>
  );
}
