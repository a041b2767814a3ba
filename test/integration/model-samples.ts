import * as m from '../../model/index.ts';

const GIB = 1024 ** 3;
const UUID = '2d1f8c0a-7a5c-4c0c-9c55-3a1b2c3d4e5f';

function machine(name: string, more: Partial<m.DomainOptions> = {}): m.Domain {
  return m.buildDomain({ name, type: 'qemu', memory: GIB, vcpu: 2, ...more });
}

/** One of each device that has a builder, on machines that can have them. */
function deviceMachines(): m.Domain[] {
  const desktop = machine('desktop', {
    disks: [{ file: '/a.qcow2' }, { dev: '/dev/x', bus: 'scsi' }, { pool: 'p', volume: 'v', bus: 'sata' }],
    cdrom: null,
    interfaces: [
      { source: 'default' },
      { type: 'bridge', source: 'br0' },
      { type: 'direct', source: 'eth0' },
    ],
    title: `Bob's <"machine"> & more`,
    description: 'line\nline',
    os: 'http://debian.org/debian/12',
    firmware: 'efi',
  });
  m.addFloppy(desktop, { file: '/f.img' });
  m.addInterface(desktop, { type: 'user' });
  m.addGraphics(desktop, 'spice', {
    clipboard: false,
    imageCompression: 'off',
    channels: [{ name: 'main', mode: 'secure' }],
  });
  m.addVideo(desktop, 'qxl', { heads: 1, vram: 65536 });
  m.addAudio(desktop, 'spice');
  m.addSound(desktop, 'ich9', { codecs: [{ type: 'micro' }], audio: 1 });
  m.addInput(desktop, 'keyboard', 'virtio');
  m.addSerial(desktop, { type: 'tcp', host: '127.0.0.1', service: '4000' }, { protocol: 'telnet' });
  m.addSerial(desktop, { type: 'unix', path: '/s', logFile: '/l' });
  m.addParallel(desktop, { type: 'file', path: '/p' });
  m.addConsole(desktop, {}, { targetType: 'virtio' });
  for (const purpose of ['spice', 'webdav'] as const) m.addChannel(desktop, purpose);
  m.addSmartcard(desktop, 'passthrough');
  m.addUsbRedirection(desktop);
  m.addRedirFilter(desktop, [
    { class: '0x08', vendor: '0x1234', product: '0xBEEF', version: '2.0', allow: true },
    { allow: false },
  ]);
  m.addUsbHub(desktop);
  m.addController(desktop, 'virtio-serial', { ports: 31, vectors: 4 });
  m.addController(desktop, 'scsi', { model: 'virtio-scsi', queues: 4 });

  const server = machine('server', { graphics: null });
  m.addUsbHostdev(server, { vendor: '0x0781', product: '0x5151' });
  m.addUsbHostdev(server, { bus: 1, device: 2 });
  m.addPciHostdev(server, { bus: 6, slot: 2, function: 0 }, { romBar: true, driver: 'vfio', bootOrder: 9 });
  m.addScsiHostdev(server, 'scsi_host0', { bus: 0, target: 0, unit: 0 });
  m.addScsiHost(server, 'naa.5123456789abcde0');
  m.addMdev(server, UUID, 'vfio-pci', { display: false });
  m.addFilesystem(server, '/srv', 'shared', { queue: 1024 });
  m.addFilesystem(server, '/old', 'old', { driver: 'path', accessMode: 'mapped', readonly: true });
  m.addTpm(server, { encryptionSecret: UUID, pcrSha256: true });
  m.addRng(server, { rateBytes: 1024, ratePeriod: 1000 });
  m.addWatchdog(server, 'i6300esb', 'poweroff');
  m.addPanic(server);
  m.addMemballoon(server, 'virtio', { statsPeriod: 10, freePageReporting: true });
  m.addVsock(server);
  m.addIommu(server, 'intel', { interruptRemapping: true, cachingMode: true });
  m.addSharedMemory(server, 'shm', 4 * 1024 ** 2);
  m.addLease(server, 'somearea', 'somekey', '/lease');
  m.addMemoryModule(server, GIB);
  server.maxMemory = 16 * GIB;
  server.memorySlots = 4;
  server.cpu.cells.add({ id: 0, cpus: '0-1', memory: GIB });
  server.features.ioapic = 'qemu';
  return [desktop, server];
}

/** Every section of a domain, through its accessors. */
function tunedMachine(): m.Domain {
  const domain = machine('tuned', { disks: [{ file: '/a.qcow2' }], interfaces: [{ source: 'default' }] });
  m.assign(domain, {
    uuid: UUID,
    genid: UUID,
    vcpu: 4,
    currentVcpus: 2,
    vcpuPlacement: 'static',
    cpuset: '0-3',
    iothreads: 2,
    iothreadIds: [{ id: 1, threadPoolMin: 1, threadPoolMax: 4 }, { id: 2 }],
    defaultIothreadPoolMin: 1,
    defaultIothreadPoolMax: 8,
    partition: '/machine/special',
    onLockFailure: 'pause',
    perfEvents: [{ name: 'cmt', enabled: true }],
    keyWrap: [{ name: 'aes', state: true }],
    blkioTune: {
      weight: 500,
      devices: [{ path: '/dev/sda', weight: 500, readBytes: 10000, writeIops: 20000 }],
    },
    memTune: { hardLimit: 2 * GIB, softLimit: GIB, swapHardLimit: 3 * GIB },
    memoryBacking: {
      pages: [{ size: 1024 ** 3, nodeset: '0' }],
      noSharePages: true,
      locked: true,
      source: 'memfd',
      access: 'shared',
      allocation: 'immediate',
      discard: true,
    },
    cpuTune: {
      shares: 2048,
      period: 1000000,
      quota: -1,
      emulatorPin: '1',
      vcpuPins: [{ vcpu: 0, cpuset: '1' }],
      iothreadPins: [{ iothread: 1, cpuset: '2' }],
      vcpuSchedulers: [{ vcpus: '0-1', scheduler: 'fifo', priority: 1 }],
      emulatorScheduler: { scheduler: 'rr', priority: 2 },
      cacheTunes: [
        {
          vcpus: '0',
          caches: [{ id: 0, level: 3, type: 'both', size: 3072 * 1024 }],
          monitors: [{ level: 3, vcpus: '0' }],
        },
      ],
      memoryTunes: [{ vcpus: '1', nodes: [{ id: 0, bandwidth: 60 }] }],
    },
    numaTune: { mode: 'strict', nodeset: '0', nodes: [{ cell: 0, mode: 'strict', nodeset: '0' }] },
    features: {
      pae: true,
      apicEoi: true,
      vmport: false,
      smm: true,
      smmTseg: 48 * 1024 ** 2,
      vmcoreinfo: true,
      pmu: true,
      hapState: true,
      ioapic: 'kvm',
      msrsUnknown: 'ignore',
      kvmHidden: true,
      kvmHintDedicated: true,
      hyperv: {
        mode: 'custom',
        relaxed: true,
        vapic: true,
        spinlocks: true,
        spinlockRetries: 8191,
        vpindex: true,
        synic: true,
        stimer: true,
        stimerDirect: true,
        vendorId: true,
        vendorIdValue: 'VIRT',
      },
    },
    cpu: {
      mode: 'custom',
      match: 'exact',
      check: 'none',
      model: 'qemu64',
      fallback: 'forbid',
      sockets: 1,
      dies: 1,
      cores: 2,
      threads: 2,
      features: [{ name: 'vmx', policy: 'disable' }],
      cacheMode: 'passthrough',
      physicalAddressMode: 'emulate',
      physicalAddressBits: 42,
      cells: [
        {
          id: 0,
          cpus: '0-3',
          memory: GIB,
          memAccess: 'shared',
          distances: [{ id: 0, value: 10 }],
          caches: [{ level: 1, associativity: 'direct', policy: 'writeback', size: 10 * 1024, line: 8 }],
        },
      ],
      latencies: [{ initiator: 0, target: 0, type: 'access', value: 5 }],
    },
    sysinfo: [
      {
        type: 'smbios',
        bios: [{ name: 'vendor', value: 'V' }],
        system: [{ name: 'manufacturer', value: 'M' }],
        baseBoards: [{ entries: [{ name: 'product', value: 'P' }] }],
        chassis: [{ name: 'asset', value: 'A' }],
        oemStrings: ['one', 'two'],
      },
    ],
    securityLabels: [{ type: 'static', model: 'dac', relabel: true, label: '107:107' }],
    launchSecurity: { type: 'sev', policy: '0x0003', cbitpos: 47, reducedPhysBits: 1, kernelHashes: true },
    qemuCommandline: { args: [{ value: '-foo' }], env: [{ name: 'A', value: 'B' }] },
  });
  m.assign(domain.os, {
    bootMenu: true,
    bootMenuTimeout: 3000,
    smbios: 'sysinfo',
    biosUseSerial: true,
    biosRebootTimeout: 0,
    acpiTables: [{ type: 'slic', path: '/slic' }],
  });
  m.assign(domain.disks.at(0)!, {
    model: 'virtio',
    snapshot: 'external',
    cache: 'none',
    io: 'native',
    errorPolicy: 'stop',
    readErrorPolicy: 'report',
    discard: 'unmap',
    detectZeroes: 'unmap',
    copyOnRead: false,
    ioeventfd: true,
    iothread: 1,
    queues: 4,
    queueSize: 128,
    metadataCacheSize: 2 * 1024 ** 2,
    iommu: true,
    packed: true,
    transient: true,
    serial: 'S',
    iotune: { totalBytes: 1000, totalIops: 100, groupName: 'g', totalBytesMax: 2000, totalBytesMaxLength: 5 },
    logicalBlockSize: 512,
    physicalBlockSize: 4096,
    cylinders: 16383,
    heads: 16,
    sectors: 63,
    source: {
      startupPolicy: 'optional',
      securityLabels: [{ model: 'dac', relabel: false }],
      encryption: { format: 'luks', secrets: [{ type: 'passphrase', uuid: UUID }] },
    },
    alias: 'ua-disk',
  });
  m.assign(domain.interfaces.at(0)!, {
    trustGuestRxFilters: true,
    target: 'tap0',
    link: 'down',
    mtu: 9000,
    driver: 'vhost',
    txMode: 'iothread',
    queues: 4,
    rxQueueSize: 256,
    hostCsum: false,
    guestTso4: false,
    coalesceRxFrames: 7,
    sendBuffer: 0,
    filter: 'clean-traffic',
    filterParameters: [{ name: 'IP', value: '10.0.0.1' }],
    bandwidth: {
      inbound: { average: 1000, peak: 5000, burst: 1024, floor: 200 },
      outbound: { average: 128 },
    },
    vlan: { tags: [{ id: 42 }] },
    virtualPort: { type: 'openvswitch', profileId: 'p' },
    romBar: false,
    bootOrder: 2,
  });
  return domain;
}

function networkStorage(): m.Domain {
  const domain = machine('network-storage', { graphics: null });
  const disk = (more: m.Init<m.Disk>) =>
    domain.addDevice('disk', {
      type: 'network',
      device: 'disk',
      driver: 'qemu',
      format: 'raw',
      target: m.newDiskTarget(
        'virtio',
        domain.disks.map((one) => one.target),
      ),
      bus: 'virtio',
      ...more,
    });
  const auth = { username: 'u', secretType: 'ceph', secretUuid: UUID };
  disk({
    source: {
      protocol: 'rbd',
      name: 'p/i',
      hosts: [{ name: 'h', port: '6789' }],
      snapshot: 's',
      config: '/c',
      auth,
    },
  });
  disk({ source: { protocol: 'nbd', tls: true, hosts: [{ transport: 'unix', socket: '/s' }] } });
  disk({
    source: {
      protocol: 'iscsi',
      name: 'iqn.2013-07.com.example:x/1',
      hosts: [{ name: 'h' }],
      initiator: 'iqn.2013-07.com.example:y',
    },
  });
  disk({
    source: {
      protocol: 'https',
      name: 'f.iso',
      query: 'a=b',
      hosts: [{ name: 'h', port: '443' }],
      sslVerify: false,
      cookies: [{ name: 'c', value: 'v' }],
      readahead: 65536,
      timeout: 6,
    },
  });
  disk({
    source: { protocol: 'nfs', name: '/x', hosts: [{ name: 'h' }], identityUser: 'u', identityGroup: 'g' },
  });
  return domain;
}

function container(): m.Domain {
  const domain = m.Domain.parse(`<domain type='lxc'/>\n`);
  m.assign(domain, {
    name: 'container',
    memory: GIB,
    vcpu: 1,
    uidMap: [{ start: 0, target: 1000, count: 10 }],
    gidMap: [{ start: 0, target: 1000, count: 10 }],
  });
  m.assign(domain.os, {
    type: 'exe',
    arch: 'x86_64',
    init: '/sbin/init',
    initArgs: ['-a', '-b'],
    initEnvironment: [{ name: 'A', value: 'b' }],
    initDir: '/root',
    initUser: 'u',
    initGroup: 'g',
  });
  domain.features.capabilities.policy = 'default';
  domain.features.capabilities.mknod = true;
  domain.features.privnet = true;
  domain.addDevice('filesystem', { type: 'mount', sourceDir: '/root', target: '/', readonly: true });
  domain.addDevice('filesystem', { type: 'ram', ramUsage: 64 * 1024 ** 2, target: '/tmp' });
  domain.addDevice('hostdev', { mode: 'capabilities', type: 'net', source: { networkInterface: 'eth0' } });
  domain.addDevice('interface', {
    type: 'network',
    source: { network: 'default' },
    guestDev: 'eth1',
    ips: [{ family: 'ipv4', address: '192.0.2.1', prefix: 24 }],
    routes: [{ family: 'ipv4', address: '0.0.0.0', gateway: '192.0.2.254' }],
  });
  m.addConsole(domain);
  domain.lxcNamespaces.networkType = 'netns';
  domain.lxcNamespaces.network = 'red';
  return domain;
}

/** Domains that builders and accessors make, by name. */
export function sampleDomains(): Map<string, m.Domain> {
  const minimal = machine('minimal');
  const arm = machine('arm', {
    arch: 'aarch64',
    machine: 'virt',
    firmware: 'efi',
    cdrom: '/a.iso',
    disks: [{ file: '/a' }],
  });
  const all = [...deviceMachines(), tunedMachine(), networkStorage(), container(), minimal, arm];
  return new Map(all.map((domain) => [domain.name ?? '', domain]));
}

function network(): m.Network {
  const net = m.buildNetwork({
    name: 'office',
    forward: 'nat',
    dev: 'eth0',
    domain: 'example.com',
    ips: [
      { address: '192.168.100.1', prefix: 24, dhcp: { start: '192.168.100.10', end: '192.168.100.20' } },
      { address: '2001:db8::1', prefix: 64 },
    ],
  });
  m.assign(net, {
    ipv6: true,
    bridge: 'virbr9',
    bridgeStp: true,
    bridgeDelay: 0,
    mtu: 9000,
    mac: '52:54:00:00:00:01',
    domainLocalOnly: true,
    forwardPlainNames: false,
    dnsForwarders: [{ addr: '8.8.8.8', domain: 'x' }],
    dnsTexts: [{ name: 'example', value: 'example value' }],
    dnsHosts: [{ ip: '192.168.100.2', hostnames: ['a', 'b'] }],
    dnsServices: [
      { service: 'name', protocol: 'tcp', domain: 'd', target: '.', port: 1024, priority: 10, weight: 10 },
    ],
    bandwidth: { inbound: { average: 1000 }, outbound: { average: 128 } },
    portGroups: [{ name: 'g', default: true, vlan: { tags: [{ id: 1 }] } }],
    isolated: true,
    routes: [{ address: '192.168.222.0', prefix: 24, gateway: '192.168.100.2' }],
    dnsmasqOptions: [{ value: 'foo=bar' }],
  });
  m.assign(net.forward, { natPortStart: 1024, natPortEnd: 65535, natIpv6: true });
  m.assign(net.ips.at(0)!, {
    tftpRoot: '/tftp',
    bootFile: 'pxelinux.0',
    dhcpHosts: [
      { mac: '00:16:3e:77:e2:ed', name: 'a', ip: '192.168.100.10', leaseExpiry: 1, leaseUnit: 'hours' },
    ],
  });
  return net;
}

/** The other documents that builders and accessors make: the schema's name, and the document. */
export function sampleDocuments(): [schema: string, document: m.XmlNode][] {
  const volume = m.buildVolume({
    name: 'v.qcow2',
    capacity: GIB,
    allocation: 0,
    format: 'qcow2',
    backingPath: '/b',
    backingFormat: 'raw',
  });
  m.assign(volume, {
    compat: '1.1',
    lazyRefcounts: true,
    nocow: true,
    clusterSize: 65536,
    permissions: { mode: '0600', owner: 107, group: 107 },
  });
  const iscsi = m.buildPool({
    name: 'i',
    type: 'iscsi',
    target: '/dev/disk/by-path',
    host: 'h',
    devices: ['iqn.2013-06.com.example:x'],
  });
  m.assign(iscsi.source, { authType: 'chap', username: 'u', secretUsage: 'x' });
  const scsi = m.buildPool({ name: 's', type: 'scsi', target: '/dev/disk/by-path' });
  m.assign(scsi.source.adapter, { type: 'fc_host', wwnn: '20000000c9831b4b', wwpn: '10000000c9831b4b' });
  const secret = m.Secret.parse('<secret/>\n');
  m.assign(secret, {
    ephemeral: false,
    private: true,
    description: 'd',
    usageType: 'ceph',
    usageName: 'client.admin secret',
  });
  const filter = m.NWFilter.parse('<filter/>\n');
  m.assign(filter, {
    name: 'no-spoofing',
    chain: 'ipv4',
    uuid: UUID,
    references: [{ filter: 'clean-traffic', parameters: [{ name: 'IP', value: '10.0.0.1' }] }],
    rules: [
      { action: 'drop', direction: 'inout', priority: 500, ip: [{ match: false, srcIp: '$IP' }] },
      { action: 'accept', direction: 'in', tcp: [{ dstPortStart: '22', state: 'NEW' }] },
    ],
  });
  const snapshot = m.DomainSnapshot.parse('<domainsnapshot/>\n');
  m.assign(snapshot, {
    name: 's1',
    description: 'before <the> update',
    memory: 'external',
    memoryFile: '/m',
    disks: [
      { name: 'vda', snapshot: 'external', type: 'file', format: 'qcow2', source: { file: '/s' } },
      { name: 'vdb', snapshot: 'no' },
    ],
  });
  const checkpoint = m.DomainCheckpoint.parse('<domaincheckpoint/>\n');
  m.assign(checkpoint, { name: 'c1', description: 'd', disks: [{ name: 'vda', checkpoint: 'bitmap' }] });
  const backup = m.DomainBackup.parse('<domainbackup/>\n');
  m.assign(backup, {
    mode: 'push',
    disks: [{ name: 'vda', backup: true, type: 'file', driver: 'qcow2', target: { file: '/b' } }],
  });
  const bridge = m.NodeInterface.parse('<interface/>\n');
  m.assign(bridge, {
    type: 'bridge',
    name: 'br0',
    startMode: 'onboot',
    mtu: 1500,
    protocols: [{ family: 'ipv4', dhcp: true }],
    bridgeStp: true,
    bridgeDelay: 0.5,
    bridgePorts: [{ type: 'ethernet', name: 'eth0' }],
  });
  const mdev = m.NodeDevice.parse('<device/>\n');
  mdev.name = 'mdev_x';
  mdev.parent = 'pci_0000_00_02_0';
  mdev.set('capability/@type', 'mdev');
  mdev.set('capability/type/@id', 'i915-GVTg_V5_4');
  mdev.set('capability/uuid', UUID);
  return [
    ['network', network()],
    [
      'network',
      m.buildNetwork({ name: 'isolated', forward: null, ips: [{ address: '10.0.0.1', prefix: 8 }] }),
    ],
    ['network', m.buildNetwork({ name: 'bridged', forward: 'bridge', bridge: 'br0' })],
    ['storagevol', volume],
    ['storagepool', m.buildPool({ name: 'd', type: 'dir', target: '/var/lib/images' })],
    [
      'storagepool',
      m.buildPool({ name: 'n', type: 'netfs', target: '/mnt', host: 'h', dir: '/export', format: 'nfs' }),
    ],
    [
      'storagepool',
      m.buildPool({ name: 'l', type: 'logical', target: '/dev/vg', sourceName: 'vg', devices: ['/dev/sda'] }),
    ],
    ['storagepool', iscsi],
    ['storagepool', scsi],
    ['secret', secret],
    ['nwfilter', filter],
    ['domainsnapshot', snapshot],
    ['domaincheckpoint', checkpoint],
    ['domainbackup', backup],
    ['interface', bridge],
    ['nodedev', mdev],
  ];
}
