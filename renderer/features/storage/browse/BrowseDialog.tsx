import { Button, Checkbox, Loader, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ConnectionId, FolderEntry, FolderListing } from '../../../../contract/index.ts';
import { connectionTitle, useConnection } from '../../../state/connections.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { openDialog } from '../../../ui/dialogs.tsx';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { count } from '../../../ui/format.ts';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import classes from './Browse.module.css';
import { FolderList } from './FolderList.tsx';
import { above, crumbsOf, isChoosable, join, type Wish } from './folders.ts';
import { type FolderView, useFolder } from './useFolder.ts';

interface BrowseProps {
  connection: ConnectionId;
  /** What is looked for: "Installation medium". */
  label: string;
  wish: Wish;
  /** Where to begin: a folder or a file; empty: where it is best begun. */
  path: string;
  onChoose: (path: string) => void;
}

/** Lets the user choose a file or a folder of the host among those that are there. */
export function openBrowse(props: BrowseProps): void {
  openDialog((close) => <BrowseDialog {...props} onClose={close} />);
}

function BrowseDialog({
  connection,
  label,
  wish,
  path: start,
  onChoose,
  onClose,
}: BrowseProps & { onClose: () => void }) {
  const of = useConnection(connection);
  const [view, setView] = useState<FolderView>({
    path: start.startsWith('/') ? start : '',
    filter: '',
    hidden: false,
  });
  const [selected, setSelected] = useState(-1);
  const { listing, failure, reading, again } = useFolder(connection, view);
  const folder = listing?.path ?? view.path;
  const entries = listing?.entries ?? [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another listing has other entries
  useEffect(() => setSelected(-1), [listing]);
  const goTo = (path: string) => setView((before) => ({ ...before, path, filter: '' }));
  const up = () => goTo(above(folder));
  const entry = entries[selected];
  const { chosen, reason } = choiceOf(folder, entry, wish, failure !== null || listing === null);
  const take = (path: string) => {
    onChoose(path);
    onClose();
  };
  const open = (one: FolderEntry) => {
    if (one.kind === 'folder') goTo(join(folder, one.name));
    else if (isChoosable(one, wish)) take(join(folder, one.name));
  };
  return (
    <Dialog
      onClose={onClose}
      title={`${label}: files of ${of ? connectionTitle(of) : 'the host'}`}
      size={720}
    >
      <div className={classes.content} aria-busy={reading}>
        <Crumbs path={folder} onGo={goTo} />
        <Bar view={view} listing={listing} folder={folder} onView={setView} onGo={goTo} />
        {listing?.note && <p className={classes.dim}>{listing.note}</p>}
        {failure ? (
          <ErrorView title="The folder could not be read" error={failure} again={again}>
            <Button variant="default" onClick={up}>
              Folder above
            </Button>
          </ErrorView>
        ) : listing ? (
          <FolderList
            path={listing.path}
            entries={entries}
            wish={wish}
            selected={selected}
            onSelect={setSelected}
            onOpen={open}
            onUp={up}
          />
        ) : (
          <Loader size="sm" aria-label="Reading the folder" />
        )}
        <p className={classes.dim} role="status">
          {reading ? 'Reading…' : listing && !failure ? statusOf(listing, view.filter) : ''}
        </p>
        <div className={classes.footer}>
          <span className={classes.chosen} title={chosen}>
            {chosen}
          </span>
          <span className={classes.buttons}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <ReasonButton reason={reason} onClick={() => take(chosen)}>
              {wish === 'folder' && entry === undefined ? 'Choose this folder' : 'Choose'}
            </ReasonButton>
          </span>
        </div>
      </div>
    </Dialog>
  );
}

interface BarProps {
  view: FolderView;
  listing: FolderListing | null;
  /** The folder that is shown. */
  folder: string;
  onView: (change: (before: FolderView) => FolderView) => void;
  onGo: (path: string) => void;
}

/** What of the folder is shown, and the way to the folders of pools. */
function Bar({ view, listing, folder, onView, onGo }: BarProps) {
  const pools = usePools(listing);
  return (
    <div className={classes.bar}>
      <TextInput
        aria-label="Filter"
        placeholder="Filter"
        value={view.filter}
        maxLength={255}
        onChange={({ currentTarget: { value: filter } }) => onView((before) => ({ ...before, filter }))}
        leftSection={<IconSearch size={15} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
      />
      <NativeSelect
        aria-label="Folder of a pool"
        value={pools.find((pool) => pool.path === folder)?.path ?? ''}
        disabled={pools.length === 0}
        onChange={(event) => event.currentTarget.value && onGo(event.currentTarget.value)}
        data={[
          { value: '', label: 'Go to the folder of a pool' },
          ...pools.map(({ name, path }) => ({ value: path, label: `${name}: ${path}` })),
        ]}
      />
      <Checkbox
        label="Hidden files"
        checked={view.hidden}
        onChange={({ currentTarget: { checked: hidden } }) => onView((before) => ({ ...before, hidden }))}
      />
    </div>
  );
}

/** The pools stay while a folder cannot be read. */
function usePools(listing: FolderListing | null): FolderListing['pools'] {
  const [pools, setPools] = useState<FolderListing['pools']>([]);
  useEffect(() => {
    if (listing) setPools(listing.pools);
  }, [listing]);
  return pools;
}

function choiceOf(folder: string, entry: FolderEntry | undefined, wish: Wish, unread: boolean) {
  const chosen = entry ? join(folder, entry.name) : wish === 'folder' ? folder : '';
  if (unread) return { chosen: '', reason: 'The folder is not there to choose from.' };
  if (entry && !isChoosable(entry, wish)) {
    return {
      chosen,
      reason: wish === 'folder' ? 'This is no folder.' : 'This is no file. Enter opens a folder.',
    };
  }
  return { chosen, reason: chosen === '' ? 'Choose a file first.' : null };
}

function statusOf({ entries, more, unusable }: FolderListing, filter: string): string {
  const said = [
    entries.length === 0
      ? filter === ''
        ? 'The folder is empty.'
        : 'Nothing here is called that.'
      : `${count(entries.length, 'entry', 'entries')}.`,
    ...(more ? ['There are more: filter to find them.'] : []),
    ...(unusable > 0 ? [`${unusable} left out: nothing can be made from such names.`] : []),
  ];
  return said.join(' ');
}

function Crumbs({ path, onGo }: { path: string; onGo: (path: string) => void }) {
  const crumbs = crumbsOf(path);
  return (
    <nav aria-label="Way to the folder">
      <ol className={classes.crumbs}>
        {crumbs.map((crumb, index) => (
          <li key={crumb.path}>
            <button
              type="button"
              className={classes.crumb}
              title={crumb.path}
              aria-current={index === crumbs.length - 1 ? 'location' : undefined}
              onClick={() => onGo(crumb.path)}
            >
              {crumb.name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
