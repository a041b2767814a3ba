import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import classes from '../Create.module.css';
import { type CloudInitDraft, newCloudUser } from '../draft/draft.ts';
import type { Problems } from '../draft/problems.ts';
import { Choice } from '../parts/Choice.tsx';
import { useWizard } from '../wizardStore.ts';
import { CloudUserFields } from './CloudUserFields.tsx';
import { changeInit } from './changeInit.ts';
import { useOwnKeys } from './useOwnKeys.ts';

interface CloudFieldsProps {
  init: CloudInitDraft;
  problems: Problems;
}

const PLAIN = { autoComplete: 'off', spellCheck: false } as const;

/** cloud-init's most used settings as fields. */
export function CloudFields({ init, problems }: CloudFieldsProps) {
  const suggested = useWizard((state) => state.facts.value?.cloudImageUsername ?? null);
  const keys = useOwnKeys();
  return (
    <>
      <TextInput
        label="Host name"
        placeholder="the machine’s name"
        value={init.hostname}
        onChange={(event) => changeInit({ hostname: event.currentTarget.value })}
        {...PLAIN}
      />
      {init.users.map((user, index) => (
        <CloudUserFields
          key={user.key}
          user={user}
          number={index + 1}
          suggested={index === 0 ? suggested : null}
          keys={keys}
          problems={problems}
          onRemove={() => changeInit({ users: init.users.filter(({ key }) => key !== user.key) })}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          onClick={() => changeInit({ users: [...init.users, newCloudUser()] })}
        >
          Add user
        </Button>
      </div>
      <Addresses init={init} problems={problems} />
      <Disclosure title="Packages, commands and language" open={hasMore(init)}>
        <Checkbox
          label="Bring all packages up to date"
          checked={init.updatePackages}
          onChange={(event) => changeInit({ updatePackages: event.currentTarget.checked })}
        />
        <Textarea
          label="Packages to install"
          description="Separated by blanks or one a line"
          autosize
          minRows={1}
          maxRows={6}
          value={init.packages}
          onChange={(event) => changeInit({ packages: event.currentTarget.value })}
          {...PLAIN}
        />
        <Textarea
          label="Commands"
          description="For the shell, as root, one a line, at the end of the first boot"
          autosize
          minRows={2}
          maxRows={10}
          classNames={{ input: classes.mono ?? '' }}
          value={init.commands}
          onChange={(event) => changeInit({ commands: event.currentTarget.value })}
          {...PLAIN}
        />
        <div className={classes.pair}>
          <TextInput
            label="Time zone"
            placeholder="Europe/Berlin"
            value={init.timezone}
            onChange={(event) => changeInit({ timezone: event.currentTarget.value })}
            {...PLAIN}
          />
          <TextInput
            label="Language"
            placeholder="en_US.UTF-8"
            value={init.locale}
            onChange={(event) => changeInit({ locale: event.currentTarget.value })}
            {...PLAIN}
          />
        </div>
      </Disclosure>
    </>
  );
}

const hasMore = ({ updatePackages, packages, commands, timezone, locale }: CloudInitDraft) =>
  updatePackages || [packages, commands, timezone, locale].some((text) => text !== '');

function Addresses({ init, problems }: CloudFieldsProps) {
  const field = (name: 'addresses' | 'gateway4' | 'gateway6' | 'nameservers' | 'search', label: string) => ({
    label,
    value: init[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      changeInit({ [name]: event.currentTarget.value }),
    error: problems[name],
    ...PLAIN,
  });
  return (
    <>
      <div className={classes.labelled}>
        <span className={classes.fieldLabel}>First network card</span>
        <Choice
          label="Addresses of the first network card"
          value={init.network}
          onChange={(network) => changeInit({ network })}
          options={[
            { value: 'dhcp', label: 'DHCP' },
            { value: 'static', label: 'Fixed addresses' },
          ]}
        />
      </div>
      {init.network === 'static' && (
        <div className={classes.grid}>
          <TextInput {...field('addresses', 'Addresses')} placeholder="192.0.2.10/24 2001:db8::10/64" />
          <TextInput {...field('gateway4', 'IPv4 gateway')} placeholder="192.0.2.1" />
          <TextInput {...field('gateway6', 'IPv6 gateway')} placeholder="2001:db8::1" />
          <TextInput {...field('nameservers', 'Name servers')} placeholder="192.0.2.1" />
          <TextInput {...field('search', 'Search domains')} placeholder="example.org" />
        </div>
      )}
    </>
  );
}
