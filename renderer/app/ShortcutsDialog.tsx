import { Kbd } from '@mantine/core';
import { Dialog } from '../ui/Dialog.tsx';
import classes from './CommandPalette.module.css';
import { LOCAL_SHORTCUTS, SHORTCUTS, shownKeys } from './shortcuts.ts';

/** The list of all keys. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const everywhere = SHORTCUTS.map(({ keys, label }) => [shownKeys(keys), label] as const);
  return (
    <Dialog onClose={onClose} title="Keyboard shortcuts" size={680}>
      <div className={classes.columns}>
        <KeyTable title="Everywhere" rows={everywhere} />
        <KeyTable title="In tables, trees and consoles" rows={LOCAL_SHORTCUTS} />
      </div>
    </Dialog>
  );
}

function KeyTable({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <table className={classes.keys}>
        <tbody>
          {rows.map(([keys, label]) => (
            <tr key={keys}>
              <td>
                <Kbd size="xs">{keys}</Kbd>
              </td>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
