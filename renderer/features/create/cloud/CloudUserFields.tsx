import { Button, Checkbox, Group, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { IconKey, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PublicKey } from '../../../../contract/index.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import classes from '../Create.module.css';
import type { CloudUserDraft } from '../draft/parts.ts';
import type { Problems } from '../draft/problems.ts';
import { Note } from '../parts/Note.tsx';
import { changeUser, withKey } from './changeInit.ts';
import { newPassword } from './password.ts';

interface CloudUserFieldsProps {
  user: CloudUserDraft;
  number: number;
  /** The user that the image has by itself; null: not known. */
  suggested: string | null;
  /** Of the user who sits here. */
  keys: readonly PublicKey[];
  problems: Problems;
  onRemove: () => void;
}

const PLAIN = { autoComplete: 'off', spellCheck: false } as const;

/** A user of the new machine, and how he is let in. */
export function CloudUserFields({ user, number, suggested, keys, problems, onRemove }: CloudUserFieldsProps) {
  const { key } = user;
  const set = (part: Partial<CloudUserDraft>) => changeUser(key, part);
  const named = user.name.trim() !== '';
  const noWayIn = named && user.sshKeys.trim() === '' && user.password === '';
  return (
    <fieldset className={classes.box}>
      <legend>User {number}</legend>
      <div className={classes.boxRemove}>
        <IconButton label={`Remove user ${number}`} onClick={onRemove}>
          <IconTrash size={15} />
        </IconButton>
      </div>
      <div className={classes.pair}>
        <TextInput
          label="User name"
          placeholder={suggested ?? 'admin'}
          value={user.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={problems[`user${key}`]}
          {...PLAIN}
        />
        <TextInput
          label="Full name"
          value={user.fullName}
          onChange={(event) => set({ fullName: event.currentTarget.value })}
          {...PLAIN}
        />
      </div>
      <Textarea
        label="SSH public keys"
        description="One a line"
        autosize
        minRows={1}
        maxRows={5}
        classNames={{ input: classes.mono ?? '' }}
        value={user.sshKeys}
        onChange={(event) => set({ sshKeys: event.currentTarget.value })}
        error={problems[`keys${key}`]}
        {...PLAIN}
      />
      {keys.length > 0 && (
        <Group gap={6}>
          {keys.map((own) => (
            <Button
              key={own.file}
              variant="default"
              leftSection={<IconKey size={14} />}
              onClick={() => set({ sshKeys: withKey(user.sshKeys, own.key) })}
            >
              Add my {own.file}
            </Button>
          ))}
        </Group>
      )}
      <PasswordField value={user.password} onChange={(password) => set({ password })} />
      <Checkbox
        label="May do everything with sudo"
        checked={user.sudo}
        onChange={(event) => set({ sudo: event.currentTarget.checked })}
      />
      {noWayIn && <Note warning>Without a key or a password, {user.name.trim()} cannot log in.</Note>}
    </fieldset>
  );
}

/** A password: typed, or generated and then shown, since nobody could know it otherwise. */
function PasswordField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [generated, setGenerated] = useState('');
  const isGenerated = generated !== '' && value === generated;
  return (
    <>
      <div className={classes.withButton}>
        <PasswordInput
          label="Password"
          placeholder="none"
          autoComplete="new-password"
          value={value}
          {...(isGenerated && { visible: true })}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Group gap={6}>
          <Button
            variant="default"
            onClick={() => {
              const password = newPassword();
              setGenerated(password);
              onChange(password);
            }}
          >
            Generate
          </Button>
          {isGenerated && <CopyButton text={value} label="Copy password" />}
        </Group>
      </div>
      {isGenerated && (
        <p role="status" className={classes.dim}>
          Copy it now: it is shown only here, and not kept.
        </p>
      )}
    </>
  );
}
