import { IconAlertHexagon } from '@tabler/icons-react';
import type { Connection } from '../../contract/index.ts';
import classes from './HostMarks.module.css';
import { HOST_COLORS, hostColor } from './hostColor.ts';

/** The colour that the user gave a host, as a dot. The host's name stands beside it. */
export function HostDot({ color }: { color: string | undefined }) {
  const css = hostColor(color);
  if (!css) return null;
  const label = HOST_COLORS.find(({ key }) => key === color)?.label;
  return <span className={classes.dot} style={{ background: css }} title={label} aria-hidden />;
}

/** Says that a host is one where more is asked before something is destroyed. */
export function ProductionMark({ short = false }: { short?: boolean }) {
  return (
    <span
      className={classes.production}
      title="Production host: the machine's name is asked for before its power is cut"
    >
      <IconAlertHexagon size={12} aria-hidden />
      <span>{short ? 'Prod' : 'Production'}</span>
    </span>
  );
}

/** Colour and production flag, where they are set. */
export function HostMarks({ connection }: { connection: Pick<Connection, 'settings'> }) {
  const { color, production } = connection.settings;
  return (
    <>
      <HostDot color={color} />
      {production && <ProductionMark />}
    </>
  );
}
