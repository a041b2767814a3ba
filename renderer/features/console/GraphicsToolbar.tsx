import { Button, Menu, SegmentedControl } from '@mantine/core';
import type RFB from '@novnc/novnc';
import { IconCamera, IconEye, IconKeyboard } from '@tabler/icons-react';
import type { MenuEntry } from '../../ui/menu.tsx';
import { MenuLines } from '../../ui/menu.tsx';
import { reportError } from '../../ui/notify.tsx';
import { IconButton } from '../../ui/ReasonButton.tsx';
import { KEY_COMBINATIONS, pressKeys } from './keys.ts';
import { saveScreenshot } from './screenshot.ts';
import { openTypeText } from './TypeTextDialog.tsx';

/** Fit it into the window, show its own pixels, or have the guest take the size of the window. */
export type Scaling = 'fit' | 'actual' | 'resize';

/** Any value as a way of scaling. */
export function readScaling(value: unknown): Scaling {
  return value === 'actual' || value === 'resize' ? value : 'fit';
}

interface GraphicsToolbarProps {
  /** Null while nothing is connected. */
  rfb: RFB | null;
  machine: string;
  scaling: Scaling;
  onScaling: (scaling: Scaling) => void;
  viewOnly: boolean;
  onViewOnly: (viewOnly: boolean) => void;
}

/** What can be done with a display. */
export function GraphicsToolbar(props: GraphicsToolbarProps) {
  const { rfb, machine, scaling, onScaling, viewOnly, onViewOnly } = props;
  const reason = rfb ? null : 'The display is not connected.';
  const typing = reason ?? (viewOnly ? 'View only is on.' : null);
  return (
    <>
      <SendKeys rfb={rfb} reason={typing} />
      <SegmentedControl
        aria-label="Scaling"
        value={scaling}
        onChange={(value) => onScaling(readScaling(value))}
        data={[
          { value: 'fit', label: 'Fit' },
          { value: 'actual', label: '1:1' },
          { value: 'resize', label: 'Resize guest' },
        ]}
      />
      <IconButton label="View only" pressed={viewOnly} onClick={() => onViewOnly(!viewOnly)}>
        <IconEye size={17} />
      </IconButton>
      <IconButton
        label="Save screenshot"
        reason={reason}
        onClick={() => {
          if (!rfb) return;
          saveScreenshot(rfb, machine).catch((error: unknown) =>
            reportError('The screenshot could not be saved', error),
          );
        }}
      >
        <IconCamera size={17} />
      </IconButton>
    </>
  );
}

function SendKeys({ rfb, reason }: { rfb: RFB | null; reason: string | null }) {
  const entries: MenuEntry[] = [
    {
      label: 'Type text…',
      reason,
      run: () => rfb && openTypeText((keysym, down) => rfb.sendKey(keysym, '', down)),
    },
  ];
  for (const group of KEY_COMBINATIONS) {
    entries.push('line');
    for (const { label, keys } of group) {
      entries.push({
        label,
        reason,
        run: () => {
          if (!rfb) return;
          pressKeys(keys, (keysym, code, down) => rfb.sendKey(keysym, code, down));
          rfb.focus();
        },
      });
    }
  }
  // Within the pane, since what is outside of it is not seen in full screen.
  return (
    <Menu withinPortal={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconKeyboard size={16} />}>
          Send keys
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="min(420px, 60vh)" style={{ overflow: 'auto' }}>
        <MenuLines entries={entries} />
      </Menu.Dropdown>
    </Menu>
  );
}
