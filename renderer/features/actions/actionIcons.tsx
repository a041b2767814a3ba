import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugX,
  IconPower,
  type IconProps,
  IconRefresh,
  IconRotateClockwise2,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { DomainAction } from '../../../contract/index.ts';

export const ACTION_ICONS: Readonly<Record<DomainAction, ComponentType<IconProps>>> = {
  start: IconPlayerPlay,
  resume: IconPlayerPlay,
  shutdown: IconPower,
  reboot: IconRefresh,
  suspend: IconPlayerPause,
  reset: IconRotateClockwise2,
  destroy: IconPlugX,
};
