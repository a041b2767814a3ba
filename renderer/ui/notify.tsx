import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ApiErrorData } from '../../contract/index.ts';
import { toErrorData } from '../state/host.ts';
import { Dialog } from './Dialog.tsx';
import { openDialog } from './dialogs.tsx';
import { ErrorView } from './ErrorView.tsx';

interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** Milliseconds that a notice stays; errors stay until they are closed. */
const STAYS = { info: 6000, success: 6000, warning: 12_000, error: false } as const;
/** One with something to be done stays at least so long. */
const STAYS_WITH_ACTION = 12_000;

/** Tells of a failure wherever the user is. The whole error is behind Details. About `subject` as in showNotice(). */
export function reportError(title: string, thrown: unknown, subject?: string): void {
  const error = toErrorData(thrown);
  const details = { label: 'Details', run: () => showError(title, error) };
  showNotice('error', title, error.message, [details], subject);
}

/** Shows an error in full, with Copy. */
export function showError(title: string, error: ApiErrorData): void {
  openDialog((close) => (
    <Dialog onClose={close} title="What went wrong" size={560}>
      <ErrorView title={title} error={error} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close} data-autofocus>
          Close
        </Button>
      </Group>
    </Dialog>
  ));
}

const LOOK = {
  info: { color: 'deck', icon: <IconInfoCircle size={16} /> },
  success: { color: 'green', icon: <IconCheck size={16} /> },
  warning: { color: 'yellow', icon: <IconAlertTriangle size={16} /> },
  error: { color: 'red', icon: <IconAlertTriangle size={16} /> },
} as const;

function staysFor(tone: keyof typeof LOOK, withAction: boolean): number | false {
  const usual = STAYS[tone];
  return usual !== false && withAction ? Math.max(usual, STAYS_WITH_ACTION) : usual;
}

/** The notices that are shown or wait for room, by their subjects. */
const bySubject = new Map<string, string>();

/**
 * A notice at the edge of the window. Returns the function that takes it away.
 *
 * @param subject what it is about, where others cause it as often as they like: the next one takes its place
 */
export function showNotice(
  tone: keyof typeof LOOK,
  title: string,
  message: ReactNode,
  actions: readonly NoticeAction[] = [],
  subject?: string,
): () => void {
  const { color, icon } = LOOK[tone];
  const earlier = subject === undefined ? undefined : bySubject.get(subject);
  if (earlier !== undefined) notifications.hide(earlier);
  const id = notifications.show({
    title,
    color,
    icon,
    onClose: () => {
      if (subject !== undefined) bySubject.delete(subject);
    },
    autoClose: staysFor(tone, actions.length > 0),
    role: tone === 'error' ? 'alert' : 'status',
    closeButtonProps: { 'aria-label': 'Close notification' },
    message: (
      <>
        <span style={{ overflowWrap: 'anywhere' }}>{message}</span>
        {actions.length > 0 && (
          <Group gap={4} mt={4}>
            {actions.map(({ label, run }) => (
              <Button
                key={label}
                variant="light"
                size="compact-xs"
                onClick={() => {
                  notifications.hide(id);
                  run();
                }}
              >
                {label}
              </Button>
            ))}
          </Group>
        )}
      </>
    ),
  });
  if (subject !== undefined) bySubject.set(subject, id);
  return () => notifications.hide(id);
}
