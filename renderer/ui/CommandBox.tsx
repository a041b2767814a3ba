import classes from './CommandBox.module.css';
import { CopyButton } from './CopyButton.tsx';

interface CommandBoxProps {
  /** What it does: "Forget the old key". */
  label: string;
  /** For a terminal; may have several lines. */
  command: string;
  /** Where it is to be run; without it, on this machine. Null: the command itself says. */
  host?: string | null | undefined;
}

/** A command that mends something, to be copied into a terminal. */
export function CommandBox({ label, command, host }: CommandBoxProps) {
  return (
    <figure className={classes.box} aria-label={label}>
      <figcaption>
        {label}
        {host !== null && <span className={classes.where}>{host ? `on ${host}` : 'on this machine'}</span>}
      </figcaption>
      <div className={classes.line}>
        <pre>{command}</pre>
        <CopyButton text={command} />
      </div>
    </figure>
  );
}

/** A file to be written, as root. */
export function FileBox({ label, path, text }: { label: string; path: string; text: string }) {
  return (
    <figure className={classes.box} aria-label={label}>
      <figcaption>
        {label}
        <span className={classes.where}>
          as root, in <code>{path}</code>
        </span>
      </figcaption>
      <div className={classes.line}>
        <pre>{text}</pre>
        <CopyButton text={text} />
      </div>
    </figure>
  );
}
