import { Autocomplete, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ConnectionSettings } from '../../../contract/index.ts';
import { useConnections } from '../../state/connections.ts';
import { HostDot } from '../../ui/HostMarks.tsx';
import { HOST_COLORS, hostColor } from '../../ui/hostColor.ts';
import classes from './ConnectionDialog.module.css';

type Options = Omit<ConnectionSettings, 'uri'>;

interface ConnectionOptionsProps {
  options: Options;
  onChange: (change: Partial<Options>) => void;
}

/** How a connection is shown and treated; nothing of it is libvirt's. */
export function ConnectionOptions({ options, onChange }: ConnectionOptionsProps) {
  const groups = useGroups();
  const { name, color, group = '', readOnly, autoConnect, production } = options;
  return (
    <div className={classes.fields}>
      <div className={classes.triple}>
        <TextInput
          label="Name"
          placeholder="the host's own"
          value={name}
          maxLength={200}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          autoComplete="off"
        />
        <Autocomplete
          label="Group"
          placeholder="none"
          data={groups}
          value={group}
          maxLength={200}
          onChange={(text) => onChange({ group: text })}
        />
        <NativeSelect
          label="Colour"
          value={hostColor(color) ? color : ''}
          onChange={(event) => onChange({ color: event.currentTarget.value })}
          {...(hostColor(color) && { leftSection: <HostDot color={color} /> })}
          data={[
            { value: '', label: 'None' },
            ...HOST_COLORS.map(({ key, label }) => ({ value: key, label })),
          ]}
        />
      </div>
      <div className={classes.checks}>
        <Checkbox
          label="Read-only"
          description="Look at everything, change nothing"
          checked={readOnly}
          onChange={(event) => onChange({ readOnly: event.currentTarget.checked })}
        />
        <Checkbox
          label="Production host"
          description="Ask for a machine's name before its power is cut"
          checked={production}
          onChange={(event) => onChange({ production: event.currentTarget.checked })}
        />
        <Checkbox
          label="Connect when Virtdeck starts"
          checked={autoConnect}
          onChange={(event) => onChange({ autoConnect: event.currentTarget.checked })}
        />
      </div>
    </div>
  );
}

/** Groups that other connections are in. */
function useGroups(): string[] {
  const byId = useConnections((state) => state.byId);
  const groups = [...byId.values()].flatMap(({ settings }) => settings.group || []);
  return [...new Set(groups)].sort((a, b) => a.localeCompare(b));
}

/** The settings as they are saved: without blanks around, and without what is empty. */
export function tidySettings(settings: ConnectionSettings): ConnectionSettings {
  const { color, group, ...rest } = settings;
  const named = group?.trim();
  return {
    ...rest,
    uri: settings.uri.trim(),
    name: settings.name.trim(),
    ...(color && { color }),
    ...(named && { group: named }),
  };
}
