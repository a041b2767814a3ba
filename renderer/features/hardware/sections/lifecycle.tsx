import { IconPower } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { FieldGroup, Form, optionsFrom, SelectField, TriStateField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { Remark } from '../forms/parts/Remark.tsx';
import { isLikeQemu } from './parts/hypervisors.ts';
import classes from './parts/Rows.module.css';

const WORDS: Readonly<Record<string, string>> = {
  destroy: 'Ends the machine',
  restart: 'Starts it again',
  preserve: 'Keeps it, stopped, for a look',
  'rename-restart': 'Keeps it under another name and starts it again',
  'coredump-destroy': 'Writes its memory to a file and ends it',
  'coredump-restart': 'Writes its memory to a file and starts it again',
};
const LOCK_WORDS: Readonly<Record<string, string>> = {
  poweroff: 'Ends the machine',
  restart: 'Starts it again',
  pause: 'Pauses it',
  ignore: 'Lets it run on',
};
const WATCHDOG_WORDS: Readonly<Record<string, string>> = {
  reset: 'Resets the machine',
  shutdown: 'Asks the guest to shut down',
  poweroff: 'Ends the machine',
  pause: 'Pauses it',
  none: 'Does nothing',
  dump: 'Writes its memory to a file',
  'inject-nmi': 'Sends it an interrupt (NMI)',
};
const ACTIONS = ['destroy', 'restart', 'preserve', 'rename-restart'];
/** What QEMU can do of these (https://libvirt.org/formatdomain.html#events-configuration). */
const QEMU_ACTIONS = ['destroy', 'restart'];

/** What happens when the guest ends, restarts, crashes or hangs. */
export const lifecycle: SectionForm = {
  id: 'lifecycle',
  title: 'Power and lifecycle',
  icon: IconPower,
  summary: ({ onReboot, onCrash }) => {
    const reboot = onReboot === 'destroy' ? 'ends at a restart' : 'restarts';
    return onCrash === null || onCrash === 'destroy' ? reboot : `${reboot}, at a crash: ${onCrash}`;
  },
  Form: LifecycleForm,
};

function LifecycleForm({ domain }: { domain: Domain }) {
  const qemu = isLikeQemu(domain);
  const offered = qemu ? QEMU_ACTIONS : null;
  const usual = optionsFrom(ACTIONS, offered, WORDS, 'not with QEMU');
  const crash = optionsFrom(
    [...ACTIONS, 'coredump-destroy', 'coredump-restart'],
    offered && [...offered, 'preserve', 'coredump-destroy', 'coredump-restart'],
    WORDS,
    'not with QEMU',
  );
  const odd = domain.onPoweroff === 'restart' && domain.onReboot === 'destroy';
  return (
    <Form>
      <FieldGroup title="When the guest">
        <SelectField
          of={domain}
          field="onPoweroff"
          label="shuts down"
          none="Ends the machine"
          options={usual}
        />
        <SelectField of={domain} field="onReboot" label="restarts" none="Starts it again" options={usual} />
        <SelectField of={domain} field="onCrash" label="crashes" none="Ends the machine" options={crash} />
        {odd && (
          <Remark warning>
            QEMU cannot start again at a shutdown and end at a restart: it refuses both.
          </Remark>
        )}
        <SelectField
          of={domain}
          field="onLockFailure"
          label="loses the lock on its disks"
          hint="With a lock manager such as sanlock."
          none="As the lock manager does"
          options={optionsFrom(['poweroff', 'restart', 'pause', 'ignore'], null, LOCK_WORDS)}
        />
      </FieldGroup>
      <FieldGroup title="When it hangs">
        {domain.watchdogs.length === 0 && (
          <p className={classes.empty}>
            Nobody notices: the machine has no watchdog. It can be added under Add hardware.
          </p>
        )}
        {domain.watchdogs.all.map((watchdog, index) => (
          <SelectField
            key={watchdog.model ?? index}
            of={watchdog}
            field="action"
            label={`the watchdog (${watchdog.model ?? 'usual'})`}
            none="Resets the machine"
            options={optionsFrom(Object.keys(WATCHDOG_WORDS), null, WATCHDOG_WORDS)}
          />
        ))}
      </FieldGroup>
      {domain.type !== 'lxc' && (
        <FieldGroup title="Sleep, as the guest sees it">
          <TriStateField of={domain} field="suspendToMem" label="Suspend to memory" />
          <TriStateField of={domain} field="suspendToDisk" label="Suspend to disk" />
        </FieldGroup>
      )}
    </Form>
  );
}
