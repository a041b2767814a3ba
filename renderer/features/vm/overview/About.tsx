import { Menu } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import {
  type Connection,
  type DomainRow,
  MACHINE_ICONS,
  type TextChanges,
} from '../../../../contract/index.ts';
import { client } from '../../../state/host.ts';
import { domainKey } from '../../../state/keys.ts';
import { Facts, Section } from '../../../ui/Facts.tsx';
import { reportError } from '../../../ui/notify.tsx';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import { EditableText } from './EditableText.tsx';
import { MachinePicture } from './machineIcons.tsx';
import classes from './Overview.module.css';
import { useTypedText } from './typedTexts.ts';

interface AboutProps {
  connection: Connection;
  row: DomainRow;
  /** Of the definition; null: it has not been read yet. */
  notes: string | null;
}

/** What the user wrote about the machine; it is kept in the machine's definition. */
export function About({ connection, row, notes }: AboutProps) {
  const ref = { connection: connection.id, uuid: row.uuid };
  const refusal = writeRefusal(connection);
  const save = (texts: TextChanges) => client().domains.setTexts({ ...ref, texts });
  const place = (field: string) => `${domainKey(ref)} ${field}`;
  const unread = row.title === null ? 'It has not been read yet.' : refusal;
  return (
    <Section title="About" side={<Picture row={row} refusal={unread} save={save} />}>
      <Facts
        facts={[
          {
            label: 'Title',
            value: (
              <EditableText
                place={place('title')}
                label="Title"
                value={row.title ?? ''}
                none="No title"
                refusal={unread}
                check={(text) => (text.length > 1000 ? 'At most 1000 characters.' : null)}
                save={(title) => save({ title })}
              />
            ),
          },
          {
            label: 'Description',
            value: (
              <EditableText
                place={place('description')}
                label="Description"
                value={row.description ?? ''}
                lines
                none="No description"
                refusal={unread}
                save={(description) => save({ description })}
              />
            ),
          },
          { label: 'Tags', value: <Tags row={row} place={place('tags')} refusal={unread} save={save} /> },
          {
            label: 'Notes',
            value: (
              <EditableText
                place={place('notes')}
                label="Notes"
                value={notes ?? ''}
                lines
                none="No notes"
                refusal={notes === null ? 'They have not been read yet.' : refusal}
                save={(text) => save({ notes: text })}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}

/** Why texts cannot be written; null: they can. */
export function writeRefusal(connection: Connection): string | null {
  if (connection.status !== 'connected') return 'The host is not connected.';
  return connection.readOnly ? 'This connection is read-only.' : null;
}

interface PartProps {
  row: DomainRow;
  refusal: string | null;
  save: (texts: TextChanges) => Promise<unknown>;
}

function Tags({ row, place, refusal, save }: PartProps & { place: string }) {
  const tags = row.tags ?? [];
  const editing = useTypedText(place) !== undefined;
  const shown = !editing && tags.length > 0;
  return (
    <div className={shown ? classes.shown : undefined}>
      {shown && (
        <span className={classes.tags}>
          {tags.map((tag) => (
            <span key={tag} className={classes.tag} title={tag}>
              {tag}
            </span>
          ))}
        </span>
      )}
      <EditableText
        place={place}
        label="Tags"
        value={tags.join(', ')}
        bare={shown}
        none="No tags"
        hint="With commas between them"
        refusal={refusal}
        check={tagsProblem}
        save={(typed) => save({ tags: tagsOf(typed) })}
      />
    </div>
  );
}

function tagsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ];
}

function tagsProblem(text: string): string | null {
  const tags = tagsOf(text);
  if (tags.length > 100) return 'At most 100 tags.';
  return tags.some((tag) => tag.length > 200) ? 'A tag has at most 200 characters.' : null;
}

function Picture({ row, refusal, save }: PartProps) {
  const choose = (icon: string) =>
    save({ icon }).catch((error: unknown) => reportError('The icon could not be changed', error));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton label="Choose an icon" variant="subtle" size={26} reason={refusal}>
          {row.icon ? <MachinePicture icon={row.icon} size={18} /> : <IconPhoto size={16} stroke={1.4} />}
        </IconButton>
      </Menu.Target>
      {refusal === null && (
        <Menu.Dropdown aria-label="Icon" mah={320} style={{ overflowY: 'auto' }}>
          <Menu.Item onClick={() => void choose('')}>No icon</Menu.Item>
          {MACHINE_ICONS.map((name) => (
            <Menu.Item
              key={name}
              leftSection={<MachinePicture icon={name} size={16} />}
              onClick={() => void choose(name)}
            >
              {name.charAt(0).toUpperCase() + name.slice(1)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      )}
    </Menu>
  );
}
