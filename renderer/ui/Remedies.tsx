import type { ApiErrorData } from '../../contract/index.ts';
import { CommandBox, FileBox } from './CommandBox.tsx';
import classes from './ErrorView.module.css';
import { Facts } from './Facts.tsx';

/** What is to be done elsewhere: commands for a terminal, files. Buttons are the concern of who shows the error. */
export function Remedies({ remedies = [] }: Pick<ApiErrorData, 'remedies'>) {
  const shown = remedies.filter(({ kind }) => kind === 'command' || kind === 'file');
  if (shown.length === 0) return null;
  return (
    <div className={classes.remedies}>
      {shown.map((remedy) => {
        if (remedy.kind === 'command') return <CommandBox key={remedy.command} {...remedy} />;
        return remedy.kind === 'file' && <FileBox key={remedy.path} {...remedy} />;
      })}
    </div>
  );
}

/** What is known of a host whose key has changed, and what it shows now, to be compared by a person. */
export function ChangedKey({ hostKey }: Pick<ApiErrorData, 'hostKey'>) {
  if (!hostKey) return null;
  const { host, type, offered, known, file, line } = hostKey;
  const place = file === null ? null : line === null ? file : `${file}, line ${line}`;
  return (
    <Facts
      facts={[
        { label: 'Host', value: host },
        { label: 'Kind of key', value: type },
        {
          label: 'Known fingerprint',
          value: <code className={classes.mono}>{known ?? 'cannot be read'}</code>,
        },
        { label: 'Shown now', value: <code className={classes.mono}>{offered}</code> },
        { label: 'Known from', value: place },
      ]}
    />
  );
}
