import type { Domain } from '../../../../../model/index.ts';
import { FieldGroup } from '../../fields/index.ts';
import { ON_OFF, type Value, ValueSelect } from './Value.tsx';

/** Protection of the guest's keys by the processor of a mainframe. */
export function KeyWraps({ domain }: { domain: Domain }) {
  const own = domain.keyWrap.map(({ name }) => String(name ?? ''));
  const names = [...new Set(['aes', 'dea', ...own])].filter((name) => name !== '');
  return (
    <FieldGroup title="Protected keys">
      {names.map((name) => (
        <ValueSelect key={name} value={keyWrap(name)} label={name.toUpperCase()} options={ON_OFF()} />
      ))}
    </FieldGroup>
  );
}

function keyWrap(name: string): Value {
  return {
    name: `keywrap/cipher[${name}]`,
    read: ({ keyWrap: all }) => {
      const state = all.find((one) => one.name === name)?.state ?? null;
      return state === null ? null : state ? 'on' : 'off';
    },
    write: ({ keyWrap: all }, next) => {
      const there = all.find((one) => one.name === name);
      if (next === null) {
        if (there) all.remove(there);
        return;
      }
      const cipher = there ?? all.add();
      Reflect.set(cipher, 'name', name);
      cipher.state = next === 'on';
    },
  };
}
