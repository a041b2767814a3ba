/** Where a display is, for remote-viewer. */
export interface ViewerPlace {
  readonly type: string;
  readonly title: string;
  readonly host: string;
  readonly port: number | null;
  readonly tlsPort: number | null;
  /** A socket on this machine, instead of host and port. */
  readonly socket: string | null;
  readonly password: string | null;
  /** PEM. */
  readonly authority: string | null;
}

/**
 * The text of a file for remote-viewer (its manual, "CONNECTION FILE"). The viewer deletes it when it has read it: it
 * has the password in it.
 */
export function viewerFile(place: ViewerPlace): string {
  const lines = ['[virt-viewer]', `type=${word(place.type)}`, `title=${word(place.title)}`];
  if (place.socket !== null) lines.push(`unix-path=${place.socket}`);
  else {
    lines.push(`host=${word(place.host)}`);
    if (place.port !== null) lines.push(`port=${place.port}`);
    if (place.tlsPort !== null) lines.push(`tls-port=${place.tlsPort}`);
    if (place.authority !== null) lines.push(`ca=${place.authority.trim().replaceAll(/\r?\n/g, '\\n')}`);
  }
  if (place.password !== null) lines.push(`password=${word(place.password)}`);
  lines.push('delete-this-file=1');
  return `${lines.join('\n')}\n`;
}

/** A value of a key file: backslashes are escaped, and a line ends nowhere else. */
function word(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(/\p{Cc}/gu, ' ');
  return escaped.replace(/^ +/, (spaces) => '\\s'.repeat(spaces.length));
}
