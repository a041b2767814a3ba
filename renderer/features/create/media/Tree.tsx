import { Autocomplete, Loader, Stack } from '@mantine/core';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { ArgumentsField } from '../composer/ArgumentsField.tsx';
import { archOf } from '../draft/questions.ts';
import { OsField } from '../os/OsField.tsx';
import { Dim, Note } from '../parts/Note.tsx';
import type { StepProps } from '../steps/stepProps.ts';
import { Unattended } from '../unattended/Unattended.tsx';
import { askAgain, change, useWizard } from '../wizardStore.ts';

/** A distribution's installation tree. */
export function Tree({ problems }: StepProps) {
  const { draft, offer, facts } = useWizard();
  const { location, arguments: text } = draft.tree;
  const arch = archOf(draft, offer)?.arch ?? '';
  const known = facts.value?.trees.filter((tree) => tree.arch === arch).map(({ url }) => url) ?? [];
  return (
    <Stack gap="lg">
      <Autocomplete
        label="Where the tree is"
        description="An address with http://, https:// or ftp://, or a folder of this machine. Kernel and initrd are fetched from it and put on the host for the first boot."
        placeholder="https://deb.debian.org/debian/dists/bookworm/main/installer-amd64/"
        data={[...new Set(known)]}
        value={location}
        onChange={(value) => change('tree', { location: value })}
        error={problems.location}
        spellCheck={false}
      />
      <TreeFound />
      <ArgumentsField
        label="Further arguments for the installer"
        value={text}
        onChange={(value) => change('tree', { arguments: value })}
        arch={arch}
        sourceArgument={null}
        error={problems.arguments}
      />
      <OsField />
      <Unattended problems={problems} />
    </Stack>
  );
}

/** What was found where the user said. */
function TreeFound() {
  const tree = useWizard((state) => state.tree);
  if (tree.key === '') return null;
  if (tree.error) {
    return <ErrorView title="No installation tree was found there" error={tree.error} again={askAgain} />;
  }
  if (!tree.value) {
    return (
      <span role="status">
        <Loader size="xs" aria-hidden /> <Dim>Looking for a tree…</Dim>
      </span>
    );
  }
  const { name, arch, kernel, initrd, arguments: told, warnings } = tree.value;
  return (
    <section aria-label="Tree found">
      <Facts
        facts={[
          { label: 'Found', value: [name ?? 'An installation tree', arch].filter(Boolean).join(', ') },
          { label: 'Kernel', value: kernel },
          { label: 'Initrd', value: initrd },
          { label: 'Installer is told', value: told },
        ]}
      />
      {warnings.map((warning) => (
        <Note key={warning} warning>
          {warning}
        </Note>
      ))}
    </section>
  );
}
