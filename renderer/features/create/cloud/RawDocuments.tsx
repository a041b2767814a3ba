import { Disclosure } from '../../../ui/Disclosure.tsx';
import type { CloudInitDraft } from '../draft/draft.ts';
import type { Problems } from '../draft/problems.ts';
import { LazyEditor } from '../parts/lazyEditor.tsx';
import { Dim, Mistake } from '../parts/Note.tsx';
import { changeInit } from './changeInit.ts';

/** cloud-init's documents, as one writes them. */
export function RawDocuments({ init, problems }: { init: CloudInitDraft; problems: Problems }) {
  return (
    <>
      <LazyEditor
        label="user-data"
        height={180}
        value={init.userData}
        onChange={(userData) => changeInit({ userData })}
      />
      {problems.userData && <Mistake>{problems.userData}</Mistake>}
      <Disclosure
        title="meta-data and network-config"
        open={init.metaData !== '' || init.networkConfig !== ''}
      >
        <LazyEditor
          label="meta-data"
          height={90}
          value={init.metaData}
          onChange={(metaData) => changeInit({ metaData })}
        />
        <Dim>Empty: one with the machine’s name.</Dim>
        <LazyEditor
          label="network-config"
          height={120}
          value={init.networkConfig}
          onChange={(networkConfig) => changeInit({ networkConfig })}
        />
        <Dim>Empty: none, and most images use DHCP.</Dim>
      </Disclosure>
    </>
  );
}
