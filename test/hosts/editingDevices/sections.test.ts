import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Domain } from '../../../model/index.ts';
import { bootEntries, setBootOrder } from '../../../renderer/features/hardware/sections/parts/bootOrder.ts';
import { addCell, setDistance } from '../../../renderer/features/hardware/sections/parts/cells.ts';
import { setPolicy } from '../../../renderer/features/hardware/sections/parts/cpuFeatures.ts';
import {
  chooseFirmware,
  setFirmwareFeature,
} from '../../../renderer/features/hardware/sections/parts/firmware.ts';
import { switchUsual } from '../../../renderer/features/hardware/sections/parts/hyperv.ts';
import { oemStrings, smbiosEntry } from '../../../renderer/features/hardware/sections/parts/smbios.ts';
import {
  addThread,
  removeThread,
  threadElement,
} from '../../../renderer/features/hardware/sections/parts/threads.ts';
import {
  addTopology,
  countEnabled,
  fitVcpus,
  nameVcpus,
  removeTopology,
  setMostVcpus,
} from '../../../renderer/features/hardware/sections/parts/vcpus.ts';
import type { Host } from '../lab/host.ts';
import { type DeviceCase, describeDevices, type RunningCase } from './deviceCases.ts';

const MIB = 1024 ** 2;
const ENLIGHTENMENTS = ['relaxed', 'vapic', 'spinlocks', 'vpindex', 'runtime', 'synic', 'frequencies'];

/** The numbers of a block device of this machine, that its control groups know of; on hosts it gets a node. */
const BLOCK_DEVICE = readdirSync('/sys/block')
  .filter((name) => !/^(?:loop|zram|ram|sr|fd)/.test(name))
  .map((name) => readFileSync(`/sys/block/${name}/dev`, 'utf8').trim().replace(':', ' '))
  .at(0);
const NODE = '/dev/limited';

/** Undoes what a case does to a part of the domain. */
const drop =
  (...parts: ('cpuTune' | 'memTune' | 'blkioTune' | 'numaTune' | 'memoryBacking' | 'clock')[]) =>
  (domain: Domain): void => {
    for (const part of parts) domain[part].clear();
  };

const SAVED: readonly DeviceCase[] = [
  {
    what: 'texts and the operating system',
    add: (domain) => {
      domain.title = 'A title';
      domain.description = 'Two\nlines';
      domain.metadata.os = 'http://debian.org/debian/12';
    },
    change: (domain) => {
      domain.metadata.os = 'http://debian.org/debian/11';
      domain.title = 'Another';
    },
    remove: (domain) => {
      domain.title = null;
      domain.description = null;
      domain.metadata.clear();
    },
  },
  {
    what: 'the version of the board',
    add: (domain) => {
      domain.os.machine = 'pc-q35-6.2';
    },
  },
  {
    what: 'a processor of a model, with features',
    add: ({ cpu }) => {
      cpu.model = 'Nehalem';
      setPolicy(cpu, 'avx', 'disable');
      setPolicy(cpu, 'aes', 'require');
      cpu.vendor = 'Intel';
    },
    change: ({ cpu }) => {
      setPolicy(cpu, 'avx', 'forbid');
      setPolicy(cpu, 'aes', null);
      cpu.cacheMode = 'emulate';
      cpu.cacheLevel = 3;
    },
    remove: ({ cpu }) => {
      cpu.model = 'qemu64';
      setPolicy(cpu, 'avx', null);
      cpu.vendor = null;
      cpu.set('cache', null);
    },
  },
  {
    what: 'numbers of processors, and their topology',
    add: (domain) => {
      setMostVcpus(domain, 4);
      addTopology(domain);
      domain.currentVcpus = 2;
    },
    change: (domain) => {
      domain.cpu.sockets = 1;
      domain.cpu.dies = 2;
      domain.cpu.cores = 2;
      domain.cpu.threads = 2;
      fitVcpus(domain);
    },
    remove: (domain) => {
      removeTopology(domain);
      setMostVcpus(domain, 1);
      domain.currentVcpus = null;
    },
  },
  {
    what: 'single processors',
    prepare: (domain) => setMostVcpus(domain, 4),
    add: nameVcpus,
    change: (domain) => {
      const third = domain.vcpus.at(2);
      if (third) third.enabled = false;
      countEnabled(domain);
    },
    remove: (domain) => {
      domain.vcpus.clear();
      domain.currentVcpus = null;
    },
  },
  {
    what: 'pins, shares and schedulers',
    prepare: (domain) => {
      setMostVcpus(domain, 2);
      addThread(domain);
    },
    add: ({ cpuTune }) => {
      cpuTune.shares = 2048;
      cpuTune.period = 50_000;
      cpuTune.quota = 25_000;
      cpuTune.emulatorPin = '0';
      cpuTune.vcpuPins.add({ vcpu: 0, cpuset: '0' });
      cpuTune.vcpuPins.add({ vcpu: 1, cpuset: '1' });
      cpuTune.iothreadPins.add({ iothread: 1, cpuset: '0-1' });
      cpuTune.vcpuSchedulers.add({ vcpus: '0', scheduler: 'fifo', priority: 1 });
    },
    change: ({ cpuTune }) => {
      cpuTune.quota = -1;
      cpuTune.globalPeriod = 100_000;
      cpuTune.globalQuota = 150_000;
      cpuTune.emulatorQuota = 10_000;
      const pin = cpuTune.vcpuPins.at(1);
      if (pin) pin.cpuset = '0-1';
      cpuTune.iothreadSchedulers.add({ iothreads: '1', scheduler: 'batch' });
      cpuTune.emulatorScheduler.scheduler = 'idle';
    },
    remove: drop('cpuTune'),
  },
  {
    what: 'cells of the guest and nodes of the host',
    prepare: (domain) => {
      domain.memory = 512 * MIB;
      domain.currentMemory = 512 * MIB;
      setMostVcpus(domain, 2);
    },
    add: (domain) => {
      const first = addCell(domain);
      const second = addCell(domain);
      setDistance(domain, first, 1, 21);
      setDistance(domain, second, 0, 21);
    },
    change: (domain) => {
      const [first, second] = domain.cpu.cells.all;
      if (!first || !second) throw new Error('there are two');
      first.memory = 128 * MIB;
      second.memory = 384 * MIB;
      second.memAccess = 'shared';
      domain.numaTune.mode = 'strict';
      domain.numaTune.nodeset = '0';
      domain.numaTune.nodes.add({ cell: 1, mode: 'preferred', nodeset: '0' });
    },
    remove: (domain) => {
      domain.numaTune.clear();
      domain.cpu.set('numa', null);
    },
  },
  {
    what: 'I/O threads',
    add: (domain) => {
      addThread(domain);
      addThread(domain);
    },
    change: (domain) => {
      removeThread(domain, 1);
      threadElement(domain, 2).threadPoolMax = 8;
      domain.defaultIothreadPoolMax = 16;
    },
    remove: (domain) => {
      removeThread(domain, 2);
      domain.set('defaultiothread', null);
    },
  },
  {
    what: 'memory: amounts, and what can be plugged in',
    add: (domain) => {
      domain.memory = 256 * MIB;
      domain.currentMemory = 200 * MIB;
      domain.maxMemory = 1024 * MIB;
      domain.memorySlots = 4;
      addCell(domain);
    },
    change: (domain) => {
      domain.memorySlots = 8;
      domain.dumpCore = false;
    },
    remove: (domain) => {
      domain.set('maxMemory', null);
      domain.cpu.set('numa', null);
      domain.dumpCore = null;
      domain.memory = 192 * MIB;
      domain.currentMemory = 192 * MIB;
    },
  },
  {
    what: 'where memory comes from',
    add: ({ memoryBacking, memTune }) => {
      memoryBacking.hugepages = true;
      memoryBacking.pages.add({ size: 2 * MIB });
      memoryBacking.source = 'memfd';
      memoryBacking.access = 'shared';
      memTune.hardLimit = 1024 * MIB;
      memTune.swapHardLimit = 2048 * MIB;
    },
    change: ({ memoryBacking, memTune }) => {
      memoryBacking.set('hugepages', null);
      memoryBacking.noSharePages = true;
      memoryBacking.locked = true;
      memoryBacking.discard = true;
      memoryBacking.source = 'file';
      memoryBacking.allocation = 'immediate';
      memoryBacking.allocationThreads = 2;
      memTune.softLimit = 512 * MIB;
    },
    remove: drop('memoryBacking', 'memTune'),
  },
  {
    what: 'weights and limits of block devices, and the partition',
    add: (domain) => {
      domain.blkioTune.weight = 300;
      domain.blkioTune.devices.add({ path: '/dev/sda', readBytes: 10 * MIB });
      domain.partition = '/machine/others';
      domain.perfEvents.add({ name: 'cpu_cycles', enabled: true });
    },
    change: ({ blkioTune }) => {
      blkioTune.weight = 500;
      const device = blkioTune.devices.at(0);
      if (device) device.writeIops = 200;
      blkioTune.devices.add({ path: '/dev/sdb', weight: 200 });
    },
    remove: (domain) => {
      domain.blkioTune.clear();
      domain.partition = null;
      domain.perfEvents.clear();
    },
  },
  {
    what: 'the order of devices, the menu, and a kernel of the host',
    add: (domain) => {
      setBootOrder(
        domain,
        bootEntries(domain).map(({ device }) => device),
      );
      domain.os.bootMenu = true;
      domain.os.bootMenuTimeout = 3000;
      domain.os.biosRebootTimeout = 5000;
      domain.os.biosUseSerial = true;
    },
    change: (domain) => {
      const [first] = bootEntries(domain).map(({ device }) => device);
      setBootOrder(domain, first ? [first] : []);
      domain.os.bootMenuTimeout = null;
      domain.os.cmdline = 'quiet';
      domain.os.dtb = '/var/lib/libvirt/board.dtb';
    },
  },
  {
    what: 'UEFI that libvirt finds, with secure boot',
    add: (domain) => chooseFirmware(domain, 'efi', null),
    change: (domain) => setFirmwareFeature(domain, 'secure-boot', 'on'),
    remove: (domain) => {
      chooseFirmware(domain, 'default', null);
      domain.features.set('smm', null);
    },
  },
  {
    what: 'UEFI of one’s own choice',
    add: (domain) => {
      chooseFirmware(domain, 'manual', '/usr/share/OVMF/OVMF_CODE_4M.fd');
      domain.os.nvramTemplate = '/usr/share/OVMF/OVMF_VARS_4M.fd';
    },
    change: (domain) => {
      domain.os.nvram = '/var/lib/libvirt/qemu/nvram/own.fd';
    },
    remove: (domain) => chooseFirmware(domain, 'default', null),
  },
  {
    what: 'the clock and its timers',
    add: ({ clock }) => {
      clock.offset = 'timezone';
      clock.timezone = 'Europe/Berlin';
      clock.timers.add({ name: 'rtc', tickPolicy: 'catchup', track: 'guest' });
      clock.timers.add({ name: 'hpet', present: false });
    },
    change: ({ clock }) => {
      clock.offset = 'localtime';
      clock.timezone = null;
      const rtc = clock.timers.at(0);
      if (rtc) rtc.track = 'wall';
      clock.timers.add({ name: 'hypervclock', present: true });
    },
    remove: ({ clock }) => {
      clock.offset = 'utc';
      clock.timers.clear();
    },
  },
  {
    what: 'features of the hypervisor',
    add: ({ features }) => {
      features.apic = true;
      features.apicEoi = true;
      features.pae = true;
      features.smm = true;
      features.smmTseg = 16 * MIB;
      features.vmport = false;
      features.pmu = false;
      features.ioapic = 'qemu';
      features.vmcoreinfo = true;
      features.tcgTbCache = 64 * MIB;
    },
    change: ({ features }) => {
      features.smm = null;
      features.set('smm', null);
      features.apicEoi = null;
      features.vmport = true;
      features.kvmHidden = true;
      features.pvspinlock = true;
    },
    remove: ({ features }) => {
      for (const name of ['apic', 'pae', 'vmport', 'pmu', 'ioapic', 'vmcoreinfo', 'tcg', 'kvm', 'pvspinlock'])
        features.set(name, null);
    },
  },
  {
    what: 'enlightenments for Windows',
    add: (domain) => switchUsual(domain, ENLIGHTENMENTS),
    change: ({ clock, features: { hyperv } }) => {
      hyperv.stimer = true;
      hyperv.stimerDirect = true;
      hyperv.vendorId = true;
      hyperv.vendorIdValue = 'Maker';
      hyperv.spinlockRetries = 4096;
      hyperv.runtime = null;
      clock.timers.add({ name: 'hypervclock', present: true });
    },
    remove: ({ clock, features }) => {
      features.hyperv.clear();
      clock.timers.clear();
    },
  },
  {
    what: 'what happens at the end',
    add: (domain) => {
      domain.onReboot = 'destroy';
      domain.onCrash = 'coredump-destroy';
      domain.onLockFailure = 'pause';
      domain.suspendToMem = true;
      domain.suspendToDisk = false;
      domain.addDevice('watchdog', { model: 'i6300esb', action: 'reset' });
    },
    change: (domain) => {
      domain.onPoweroff = 'restart';
      domain.onReboot = 'restart';
      const watchdog = domain.watchdogs.find(({ model }) => model === 'i6300esb');
      if (watchdog) watchdog.action = 'inject-nmi';
    },
    remove: (domain) => {
      domain.onPoweroff = 'destroy';
      domain.onCrash = 'destroy';
      domain.onLockFailure = null;
      domain.set('pm', null);
      const watchdog = domain.watchdogs.find(({ model }) => model === 'i6300esb');
      if (watchdog) domain.removeDevice(watchdog);
    },
  },
  {
    what: 'a security label',
    add: (domain) =>
      void domain.securityLabels.add({ type: 'static', model: 'dac', relabel: false, label: '+0:+0' }),
    change: (domain) => {
      const label = domain.securityLabels.at(0);
      if (label) label.label = '+1:+1';
    },
    remove: (domain) => domain.securityLabels.clear(),
  },
  {
    what: 'who the machine says it is',
    add: (domain) => {
      smbiosEntry('system', 'product').write(domain, 'Desk 1');
      smbiosEntry('bios', 'vendor').write(domain, 'Nobody');
      smbiosEntry('baseBoard', 'asset').write(domain, '42');
      smbiosEntry('chassis', 'serial').write(domain, 'C-1');
      oemStrings.write(domain, 'io.example:one\nio.example:two');
    },
    change: (domain) => {
      smbiosEntry('system', 'product').write(domain, 'Desk 2');
      smbiosEntry('bios', 'vendor').write(domain, null);
      oemStrings.write(domain, 'io.example:one');
      domain.sysinfo.add({ type: 'fwcfg' }).entries.add({ name: 'opt/org.example/a', value: 'b' });
    },
    remove: (domain) => {
      domain.sysinfo.clear();
      domain.os.smbios = null;
    },
  },
];

/** What virsh says of the running machine. */
const says =
  (args: readonly string[], pattern: RegExp) =>
  async (host: Host, name: string): Promise<void> => {
    const [command = '', ...rest] = args;
    expect(await host.virsh([command, name, ...rest])).toMatch(pattern);
  };

const RUNNING: readonly RunningCase[] = [
  {
    what: 'switches on one vCPU of its choice',
    add: (domain) => {
      const last = domain.vcpus.at(2);
      if (last) last.enabled = true;
      countEnabled(domain);
    },
    shows: { add: ['currentVcpus', 'vcpus[2]/enabled', 'vcpus[2]/order'] },
    look: {
      add: says(['vcpucount', '--active', '--live'], /^2$/m),
      remove: says(['vcpucount', '--active', '--live'], /^1$/m),
    },
  },
  {
    what: 'moves a vCPU to other processors of the host',
    add: ({ cpuTune }) => void cpuTune.vcpuPins.add({ vcpu: 0, cpuset: '0' }),
    change: ({ cpuTune }) => {
      const pin = cpuTune.vcpuPins.at(0);
      if (pin) pin.cpuset = '1';
    },
    remove: drop('cpuTune'),
    // A pin to all processors is written in a running machine.
    shows: { remove: ['cpuTune/vcpuPins[0]/cpuset'] },
    look: {
      add: says(['vcpupin', '--vcpu', '0', '--live'], /0\s+0\s*$/m),
      change: says(['vcpupin', '--vcpu', '0', '--live'], /0\s+1\s*$/m),
      remove: says(['vcpupin', '--vcpu', '0', '--live'], /0\s+0-\d+\s*$/m),
    },
  },
  {
    what: 'pins it again, whatever was left of the pin before',
    add: ({ cpuTune }) => void cpuTune.vcpuPins.add({ vcpu: 0, cpuset: '1' }),
    shows: { add: ['cpuTune/vcpuPins[0]/cpuset'] },
    look: { add: says(['vcpupin', '--vcpu', '0', '--live'], /0\s+1\s*$/m) },
  },
  {
    what: 'moves the emulator and an I/O thread',
    add: ({ cpuTune }) => {
      cpuTune.emulatorPin = '0';
      cpuTune.iothreadPins.add({ iothread: 1, cpuset: '1' });
    },
    change: ({ cpuTune }) => {
      cpuTune.emulatorPin = '1';
      const pin = cpuTune.iothreadPins.at(0);
      if (pin) pin.cpuset = '0';
    },
    remove: ({ cpuTune }) => {
      cpuTune.emulatorPin = null;
      cpuTune.iothreadPins.clear();
    },
    shows: { remove: ['cpuTune/emulatorPin', 'cpuTune/iothreadPins[1]/cpuset'] },
    look: {
      add: says(['emulatorpin', '--live'], /^0\s*$/m),
      change: says(['iothreadinfo', '--live'], /1\s+0\s*$/m),
    },
  },
  {
    what: 'changes its share of the processors',
    needs: ['cpu'],
    add: ({ cpuTune }) => {
      cpuTune.shares = 512;
      cpuTune.period = 50_000;
      cpuTune.quota = 25_000;
      cpuTune.emulatorQuota = 40_000;
    },
    change: ({ cpuTune }) => {
      cpuTune.shares = 2048;
      cpuTune.quota = -1;
      cpuTune.globalQuota = 90_000;
    },
    look: {
      add: says(['schedinfo', '--live'], /cpu_shares +: 512[\s\S]*vcpu_quota +: 25000/),
      change: says(['schedinfo', '--live'], /cpu_shares +: 2048[\s\S]*global_quota +: 90000/),
    },
  },
  {
    what: 'adds an I/O thread, sets it, and takes it away',
    add: (domain) => void addThread(domain),
    change: (domain) => {
      threadElement(domain, 2).threadPoolMax = 8;
    },
    remove: (domain) => removeThread(domain, 2),
    look: {
      add: says(['iothreadinfo', '--live'], /^\s*2\s/m),
    },
  },
  {
    what: 'limits its memory on the host',
    needs: ['memory'],
    add: ({ memTune }) => {
      memTune.hardLimit = 2048 * MIB;
      memTune.softLimit = 1024 * MIB;
    },
    change: ({ memTune }) => {
      memTune.hardLimit = 3072 * MIB;
    },
    remove: drop('memTune'),
    look: {
      add: says(['memtune', '--live'], /hard_limit +: 2097152/),
      change: says(['memtune', '--live'], /hard_limit +: 3145728/),
      remove: says(['memtune', '--live'], /hard_limit +: unlimited/),
    },
  },
  {
    what: 'limits what it reads and writes of a block device',
    needs: BLOCK_DEVICE === undefined ? [] : ['blkio', 'io'],
    setUp: (host) => host.exec(`mknod -m 600 ${NODE} b ${BLOCK_DEVICE ?? '7 0'}`),
    add: ({ blkioTune }) => void blkioTune.devices.add({ path: NODE, readBytes: 10 * MIB, writeIops: 500 }),
    change: ({ blkioTune }) => {
      const device = blkioTune.devices.at(0);
      if (device) device.readBytes = 20 * MIB;
    },
    remove: drop('blkioTune'),
    look: {
      add: says(['blkiotune', '--live'], /device_read_bytes_sec *: \S+,10485760\s/),
      change: says(['blkiotune', '--live'], /device_read_bytes_sec *: \S+,20971520\s/),
    },
  },
  {
    what: 'changes what happens at the end',
    add: (domain) => {
      domain.onReboot = 'destroy';
      domain.onCrash = 'preserve';
    },
    change: (domain) => {
      domain.onReboot = 'restart';
      domain.onPoweroff = 'restart';
      domain.onCrash = 'restart';
    },
    remove: (domain) => {
      domain.onPoweroff = 'destroy';
      domain.onCrash = 'destroy';
    },
  },
  {
    what: 'tells why memory cannot come from a node that the host does not have',
    add: ({ numaTune }) => {
      numaTune.nodeset = '0,63';
    },
    live: { add: ['failed'] },
  },
  {
    what: 'keeps what can only be had at the next start',
    add: (domain) => {
      domain.clock.offset = 'localtime';
      domain.features.pae = true;
      domain.memoryBacking.noSharePages = true;
    },
    live: { add: ['next-boot'] },
  },
];

describeDevices('sections of a machine', {
  guest: 'parts',
  cgroups: true,
  wish: { networks: ['default'], disks: [{ path: '/var/lib/libvirt/images/parts.qcow2' }] },
  saved: SAVED,
  runningPrepare: (domain) => {
    setMostVcpus(domain, 3);
    domain.currentVcpus = 1;
    nameVcpus(domain);
    domain.iothreads = 1;
    threadElement(domain, 1);
    domain.numaTune.mode = 'strict';
    domain.numaTune.nodeset = '0';
  },
  running: RUNNING,
});
