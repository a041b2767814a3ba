import { Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import type { OsScript } from '../../../../contract/index.ts';
import classes from '../Create.module.css';
import type { UnattendedDraft } from '../draft/draft.ts';
import type { Problems } from '../draft/problems.ts';
import { unattendedRefusal } from '../draft/questions.ts';
import { Dim } from '../parts/Note.tsx';
import { change, useWizard } from '../wizardStore.ts';

const PROFILES: Readonly<Record<string, string>> = {
  jeos: 'Just the system (server)',
  desktop: 'Desktop',
};

/** An installation that asks nothing, where libosinfo has a script for the system. */
export function Unattended({ problems }: { problems: Problems }) {
  const { draft, facts } = useWizard();
  const scripts = facts.value?.scripts ?? [];
  const { unattended } = draft;
  if (scripts.length === 0) return null;
  const refusal = unattendedRefusal(draft.how.method, scripts);
  const profiles = [...new Set(scripts.map(({ profile }) => profile))];
  const use = (wanted: boolean) =>
    change('unattended', {
      use: wanted,
      profile: profiles.includes(unattended.profile) ? unattended.profile : (profiles[0] ?? ''),
    });
  const script = scripts.find(({ profile }) => profile === unattended.profile) ?? scripts[0];
  return (
    <section aria-label="Unattended installation" className={classes.fields}>
      <Checkbox
        label="Install without questions"
        description={
          refusal ?? 'The installer gets its answers from a file that is made of the fields below.'
        }
        disabled={refusal !== null}
        checked={unattended.use && refusal === null}
        onChange={(event) => use(event.currentTarget.checked)}
      />
      {unattended.use && refusal === null && script && (
        <Answers draft={unattended} script={script} profiles={profiles} problems={problems} />
      )}
    </section>
  );
}

interface AnswersProps {
  draft: UnattendedDraft;
  script: OsScript;
  profiles: readonly string[];
  problems: Problems;
}

const PLAIN = { autoComplete: 'off', spellCheck: false } as const;

function Answers({ draft, script, profiles, problems }: AnswersProps) {
  const takes = (name: string) => script.params.some((param) => param.name === name);
  const text = (name: Exclude<keyof UnattendedDraft, 'use'>, label: string) => ({
    label,
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      change('unattended', { [name]: event.currentTarget.value }),
    error: problems[name],
    ...PLAIN,
  });
  return (
    <div className={classes.grid}>
      <NativeSelect
        label="What is installed"
        value={draft.profile}
        onChange={(event) => change('unattended', { profile: event.currentTarget.value })}
        error={problems.profile}
        data={profiles.map((profile) => ({ value: profile, label: PROFILES[profile] ?? profile }))}
      />
      <PasswordInput {...text('adminPassword', 'Administrator’s password')} autoComplete="new-password" />
      {takes('user-login') && <TextInput {...text('userLogin', 'User')} />}
      {takes('user-fullname') && <TextInput {...text('userFullName', 'User’s full name')} />}
      {takes('user-password') && (
        <PasswordInput {...text('userPassword', 'User’s password')} autoComplete="new-password" />
      )}
      <TextInput {...text('hostname', 'Host name')} placeholder="the machine’s name" />
      {takes('l10n-timezone') && <TextInput {...text('timezone', 'Time zone')} placeholder="Europe/Berlin" />}
      {takes('l10n-language') && <TextInput {...text('language', 'Language')} placeholder="en_US" />}
      {takes('l10n-keyboard') && <TextInput {...text('keyboard', 'Keyboard')} placeholder="us" />}
      {takes('reg-product-key') && <TextInput {...text('productKey', 'Product key')} />}
      {script.needsInternet && <Dim>The machine needs a way to the internet meanwhile.</Dim>}
    </div>
  );
}
