import type { DomainAction, Settings } from '../../../contract/index.ts';

/** How an action is spoken of. */
export interface ActionText {
  /** On buttons and in menus. */
  readonly label: string;
  /** While it is under way. */
  readonly doing: string;
  /** In "Could not … web1". */
  readonly verb: string;
  readonly danger: boolean;
  /** The preference that says whether to ask, and what is said then. */
  readonly ask?: { readonly setting: keyof Settings['confirm']; readonly body: string };
}

export const ACTION_TEXTS: Readonly<Record<DomainAction, ActionText>> = {
  start: { label: 'Start', doing: 'Starting', verb: 'start', danger: false },
  resume: { label: 'Resume', doing: 'Resuming', verb: 'resume', danger: false },
  shutdown: {
    label: 'Shut down',
    doing: 'Shutting down',
    verb: 'shut down',
    danger: false,
    ask: { setting: 'shutdown', body: 'The guest system is asked to shut down, as by its power button.' },
  },
  reboot: {
    label: 'Reboot',
    doing: 'Rebooting',
    verb: 'reboot',
    danger: false,
    ask: { setting: 'reboot', body: 'The guest system is asked to restart.' },
  },
  suspend: {
    label: 'Pause',
    doing: 'Pausing',
    verb: 'pause',
    danger: false,
    ask: { setting: 'suspend', body: 'The guest stands still until it is resumed. It keeps its memory.' },
  },
  destroy: {
    label: 'Force off',
    doing: 'Forcing off',
    verb: 'force off',
    danger: true,
    ask: {
      setting: 'destroy',
      body: 'The power is cut at once, without shutting down. What the guest has not written to its disks is lost.',
    },
  },
  reset: {
    label: 'Reset',
    doing: 'Resetting',
    verb: 'reset',
    danger: true,
    ask: {
      setting: 'reset',
      body: 'The machine restarts at once, as by its reset button. What the guest has not written to its disks is lost.',
    },
  },
};

/** In the order of menus. */
export const ACTION_ORDER: readonly DomainAction[] = [
  'start',
  'resume',
  'shutdown',
  'reboot',
  'suspend',
  'reset',
  'destroy',
];
