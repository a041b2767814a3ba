import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import type { HostSuggestions } from '../../../contract/index.ts';
import { type Address, typedAddress } from './address.ts';
import classes from './ConnectionDialog.module.css';

interface UriFieldProps {
  address: Address;
  /** Whether what cannot be read yet is to be called a mistake. */
  strict: boolean;
  aliases: HostSuggestions['aliases'];
  onChange: (address: Address) => void;
}

/** The whole address, as it grows or as it is typed. Names of libvirt.conf's uri_aliases are offered for it. */
export function UriField({ address, strict, aliases, onChange }: UriFieldProps) {
  const [left, setLeft] = useState(false);
  const uriOf = (name: string) => aliases.find((alias) => alias.name === name)?.uri;
  const typed = (text: string) => onChange(typedAddress(text, address.parts));
  return (
    <Autocomplete
      label="Address (URI)"
      description="Made of the fields above. It can be edited by hand too; what the fields do not know stays."
      placeholder="qemu+ssh://user@host/system"
      classNames={{ input: classes.mono ?? '' }}
      data={aliases.map(({ name }) => name)}
      openOnFocus={false}
      value={address.text}
      onChange={typed}
      onOptionSubmit={(name) => typed(uriOf(name) ?? name)}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        typed(uriOf(address.text.trim()) ?? address.text);
      }}
      renderOption={({ option }) => (
        <span className={classes.suggestion}>
          <span>{option.value}</span>
          <span className={classes.dim}>{uriOf(option.value)}</span>
        </span>
      )}
      spellCheck={false}
      error={(strict || left) && address.problem}
    />
  );
}
