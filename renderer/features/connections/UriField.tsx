import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { type Address, typedAddress } from './address.ts';
import classes from './ConnectionDialog.module.css';
import { useHostSuggestions } from './useHostSuggestions.ts';

interface UriFieldProps {
  address: Address;
  /** Whether what cannot be read yet is to be called a mistake. */
  strict: boolean;
  onChange: (address: Address) => void;
}

/** The whole address, as it grows or as it is typed. Names of libvirt.conf's uri_aliases are offered for it. */
export function UriField({ address, strict, onChange }: UriFieldProps) {
  const [left, setLeft] = useState(false);
  const { aliases } = useHostSuggestions();
  const uriOf = (name: string) => aliases.find((alias) => alias.name === name)?.uri;
  const typed = (text: string) => onChange(typedAddress(text, address.parts));
  return (
    <Autocomplete
      label="Address (URI)"
      description="Made of the fields above. It can be edited by hand too; what the fields do not know stays."
      placeholder="qemu+ssh://user@host/system"
      classNames={{ input: classes.mono ?? '' }}
      data={aliases.map(({ name }) => name)}
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
