import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { client } from '../../../state/host.ts';
import { copyText } from '../../../ui/copyText.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { openDialog } from '../../../ui/dialogs.tsx';
import { reportError } from '../../../ui/notify.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';

/** Longer addresses are not opened: nobody reads them. */
const MAX_LENGTH = 2048;

/** Shows where a link from a guest leads. A guest can make any text a link to anything, so nothing is opened unasked. */
export function askAboutLink(uri: string): void {
  openDialog((close) => <GuestLinkDialog uri={uri} onClose={close} />);
}

function GuestLinkDialog({ uri, onClose }: { uri: string; onClose: () => void }) {
  const { shown, host, reason } = readLink(uri);
  const open = () => {
    onClose();
    openLink(shown).catch((error: unknown) => reportError('The link was not opened', error));
  };
  const copy = () => {
    onClose();
    copyText(shown).catch((error: unknown) => reportError('The link could not be copied', error));
  };
  return (
    <Dialog onClose={onClose} title="A link from the guest" size={560}>
      <Stack gap="md">
        <Text size="sm">The guest chose this address. Look at it before it is opened:</Text>
        <Code block aria-label="Address" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {shown}
        </Code>
        {host !== null && (
          <Text size="sm">
            It leads to <strong>{host}</strong>.
          </Text>
        )}
        {reason !== null && (
          <Text size="sm" c="dimmed">
            {reason}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton variant="default" reason={reason} onClick={open}>
            Open in the browser
          </ReasonButton>
          <Button onClick={copy} data-autofocus>
            Copy address
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface ReadLink {
  /** The address in its normal form, in which letters that look like others cannot hide. */
  readonly shown: string;
  readonly host: string | null;
  /** Why it is not opened from here; null: it may be. Main decides again. */
  readonly reason: string | null;
}

/** What there is to say about an address. */
function readLink(uri: string): ReadLink {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  if (!url || url.href.length > MAX_LENGTH) {
    return {
      shown: uri.slice(0, MAX_LENGTH).replaceAll(/\p{C}/gu, '�'),
      host: null,
      reason: 'This is no address that a browser could open.',
    };
  }
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return {
    shown: url.href,
    host: url.host || null,
    reason: plain
      ? null
      : 'Virtdeck opens only https addresses without a user name. Copy it into a browser if you trust it.',
  };
}

async function openLink(url: string): Promise<void> {
  const { opened } = await client().app.openGuestLink({ url });
  // Main runs where there is no browser; this page is in one.
  if (!opened) window.open(url, '_blank', 'noopener,noreferrer');
}
