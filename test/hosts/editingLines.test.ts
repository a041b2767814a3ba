import {
  addChannel,
  addPanic,
  addRng,
  addSerialPort,
  addTpm,
  addWatchdog,
  type CharacterSource,
  type Domain,
  freePort,
  needUsb,
  removeSerialPort,
} from '../../model/index.ts';
import { type DeviceCase, describeDevices, type RunningCase } from './editingDevices/deviceCases.ts';

type List = 'parallels' | 'channels' | 'tpms' | 'rngs' | 'watchdogs' | 'panics';

function dropLast(domain: Domain, list: List): void {
  const last = domain[list].all.at(-1);
  if (last) domain.removeDevice(last);
}

function serial(
  what: string,
  targetType: string | null,
  type: string,
  source: Partial<CharacterSource>,
  change: (domain: Domain) => void,
): DeviceCase {
  return {
    what: `serial port ${what}`,
    prepare: needUsb,
    add: (domain) => {
      const device = addSerialPort(domain, targetType);
      device.type = type;
      Object.assign(device.source, source);
      if (type === 'tcp') device.protocol = 'raw';
    },
    change,
    remove: (domain) => {
      const last = domain.serials.all.at(-1);
      if (last) removeSerialPort(domain, last);
    },
  };
}

const port = (domain: Domain) => domain.serials.all.at(-1);

const lines: DeviceCase[] = [
  serial('on a terminal', null, 'pty', {}, (domain) => {
    Object.assign(port(domain) ?? {}, { logFile: '/var/log/libvirt/guest.log', logAppend: true });
  }),
  serial('on a socket', 'isa-serial', 'unix', { mode: 'bind', path: '/tmp/line' }, (domain) => {
    const device = port(domain);
    if (device) Object.assign(device.source, { mode: 'connect', reconnect: true, reconnectTimeout: 5 });
  }),
  serial('over TCP', 'pci-serial', 'tcp', { mode: 'bind', host: '127.0.0.1', service: '4000' }, (domain) => {
    const device = port(domain);
    if (!device) return;
    device.protocol = 'telnet';
    device.source.service = '4001';
  }),
  serial('into a file, on USB', 'usb-serial', 'file', { path: '/tmp/out' }, (domain) => {
    const device = port(domain);
    if (device) Object.assign(device.source, { append: true });
  }),
  serial('to nowhere', 'isa-serial', 'null', {}, (domain) => {
    const device = port(domain);
    if (!device) return;
    device.type = 'dev';
    device.source.path = '/dev/ttyS0';
  }),
  {
    what: 'serial port over UDP',
    add: (domain) => {
      const device = addSerialPort(domain, 'isa-serial');
      device.type = 'udp';
      device.sources.add({ mode: 'bind', host: '127.0.0.1', service: '4001' });
      device.sources.add({ mode: 'connect', host: '127.0.0.1', service: '4000' });
    },
    remove: (domain) => {
      const last = domain.serials.all.at(-1);
      if (last) removeSerialPort(domain, last);
    },
  },
  {
    what: 'the only serial port, with its console',
    prepare: (domain) => {
      for (const device of [...domain.consoles.all, ...domain.serials.all]) domain.removeDevice(device);
    },
    add: (domain) => void addSerialPort(domain, null),
    change: (domain) => {
      const device = port(domain);
      if (!device) return;
      device.type = 'unix';
      Object.assign(device.source, { mode: 'bind', path: '/tmp/console' });
    },
    remove: (domain) => {
      const last = domain.serials.all.at(-1);
      if (last) removeSerialPort(domain, last);
    },
  },
  {
    what: 'parallel port',
    add: (domain) => void domain.addDevice('parallel', { type: 'pty', port: freePort(domain.parallels.all) }),
    change: (domain) => {
      const device = domain.parallels.at(0);
      if (!device) return;
      device.type = 'file';
      device.source.path = '/tmp/printed';
    },
    remove: (domain) => dropLast(domain, 'parallels'),
  },
  {
    what: 'console over VirtIO',
    add: (domain) =>
      void domain.addDevice('console', {
        type: 'pty',
        targetType: 'virtio',
        port: freePort(domain.consoles.all),
      }),
    change: (domain) => {
      Object.assign(domain.consoles.all.at(-1) ?? {}, { logFile: '/var/log/libvirt/console.log' });
    },
    remove: (domain) => {
      const last = domain.consoles.all.at(-1);
      if (last) domain.removeDevice(last);
    },
  },
];

function channel(what: string, add: DeviceCase['add'], change?: DeviceCase['change']): DeviceCase {
  return {
    what: `channel ${what}`,
    add,
    ...(change && { change }),
    remove: (domain) => dropLast(domain, 'channels'),
  };
}

const channels: DeviceCase[] = [
  channel(
    'of the guest agent',
    (domain) => void addChannel(domain, 'agent'),
    (domain) => {
      const device = domain.channels.at(0);
      if (device) device.source.path = '/tmp/agent.sock';
      if (device) device.source.mode = 'bind';
    },
  ),
  channel(
    'for the clipboard over VNC',
    (domain) => void addChannel(domain, 'vdagent'),
    (domain) => {
      const device = domain.channels.at(0);
      if (device) Object.assign(device.source, { clipboard: false, mouse: 'client' });
    },
  ),
  channel('to a terminal', (domain) => {
    domain.addDevice('channel', { type: 'pty', targetType: 'virtio', name: 'org.example.0' });
  }),
];

const others: DeviceCase[] = [
  {
    what: 'emulated TPM',
    add: (domain) => void addTpm(domain),
    change: (domain) => {
      Object.assign(domain.tpms.at(0) ?? {}, { model: 'tpm-tis', persistentState: true, pcrSha256: true });
    },
    remove: (domain) => dropLast(domain, 'tpms'),
  },
  {
    what: 'TPM of the host',
    add: (domain) =>
      void addTpm(domain, { backend: 'passthrough', model: 'tpm-tis', devicePath: '/dev/tpm0' }),
    change: (domain) => void Object.assign(domain.tpms.at(0) ?? {}, { devicePath: '/dev/tpm1' }),
    remove: (domain) => dropLast(domain, 'tpms'),
  },
  {
    what: 'TPM of another program',
    add: (domain) =>
      void addTpm(domain, {
        backend: 'external',
        sourceType: 'unix',
        sourceMode: 'connect',
        sourcePath: '/tmp/tpm.sock',
      }),
    remove: (domain) => dropLast(domain, 'tpms'),
  },
  {
    what: 'random numbers',
    add: (domain) => void addRng(domain),
    change: (domain) => {
      Object.assign(domain.rngs.at(0) ?? {}, { rateBytes: 1024, ratePeriod: 500, source: '/dev/random' });
    },
    remove: (domain) => dropLast(domain, 'rngs'),
  },
  {
    what: 'random numbers of QEMU',
    add: (domain) => void domain.addDevice('rng', { model: 'virtio', backend: 'builtin' }),
    remove: (domain) => dropLast(domain, 'rngs'),
  },
  {
    what: 'random numbers of a daemon',
    add: (domain) => {
      const device = domain.addDevice('rng', { model: 'virtio', backend: 'egd', backendType: 'tcp' });
      Object.assign(device.backendSource, { mode: 'connect', host: '127.0.0.1', service: '1234' });
      device.backendProtocol = 'raw';
    },
    change: (domain) => {
      const device = domain.rngs.at(0);
      if (device) device.backendSource.service = '1235';
    },
    remove: (domain) => dropLast(domain, 'rngs'),
  },
  {
    what: 'watchdog',
    add: (domain) => void addWatchdog(domain, 'i6300esb'),
    change: (domain) => void Object.assign(domain.watchdogs.at(0) ?? {}, { action: 'inject-nmi' }),
    remove: (domain) => dropLast(domain, 'watchdogs'),
  },
  {
    what: 'panic notifier',
    add: (domain) => void addPanic(domain, 'isa'),
    remove: (domain) => dropLast(domain, 'panics'),
  },
  {
    what: 'panic notifier for Windows',
    add: (domain) => {
      Object.assign(domain.features.hyperv, { mode: 'custom', relaxed: true });
      addPanic(domain, 'hyperv');
    },
    remove: (domain) => {
      dropLast(domain, 'panics');
      domain.features.hyperv.clear();
    },
  },
];

const running: RunningCase[] = [
  {
    what: 'random numbers',
    add: (domain) => void addRng(domain),
    remove: (domain) => dropLast(domain, 'rngs'),
  },
  {
    what: 'channel of the guest agent',
    add: (domain) => void addChannel(domain, 'agent'),
    remove: (domain) => dropLast(domain, 'channels'),
  },
  {
    what: 'watchdog',
    add: (domain) => void addWatchdog(domain, 'i6300esb', 'none'),
    remove: (domain) => dropLast(domain, 'watchdogs'),
  },
  {
    what: 'serial port',
    add: (domain) => void addSerialPort(domain, 'isa-serial'),
    live: { add: ['next-boot'] },
  },
];

describeDevices('editing lines, TPM and others', {
  guest: 'lines',
  saved: [...lines, ...channels, ...others],
  runningWish: { agent: false },
  runningPrepare: (domain) => {
    domain.addDevice('controller', { type: 'virtio-serial', index: 0 });
  },
  running,
});
