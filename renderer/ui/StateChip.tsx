import {
  IconAlertTriangle,
  IconCircleDot,
  IconMoon,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPower,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { DomainRow, DomainState } from '../../contract/index.ts';
import classes from './StateChip.module.css';
import { stateText, stateTone } from './stateWords.ts';

type Stateful = Pick<DomainRow, 'state' | 'reason'>;

const ICONS: Readonly<Record<DomainState, ComponentType<IconProps>>> = {
  nostate: IconCircleDot,
  running: IconPlayerPlayFilled,
  blocked: IconPlayerPlayFilled,
  paused: IconPlayerPauseFilled,
  shutdown: IconPower,
  shutoff: IconPower,
  crashed: IconAlertTriangle,
  pmsuspended: IconMoon,
};

/** The icon of a state in its colour; the word has to stand beside it or in the name of its parent. */
export function StateIcon({ row, size = 14 }: { row: Stateful; size?: number }) {
  const tone = stateTone(row);
  const Icon = row.state === 'shutoff' && tone === 'error' ? IconAlertTriangle : ICONS[row.state];
  return <Icon size={size} className={classes.icon} data-tone={tone} aria-hidden />;
}

/** A state as icon, word and colour. */
export function StateText({ row }: { row: Stateful }) {
  const text = stateText(row);
  return (
    <span className={classes.state} data-tone={stateTone(row)} title={text}>
      <StateIcon row={row} />
      <span className={classes.word}>{text}</span>
    </span>
  );
}
