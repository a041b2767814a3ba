import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One call of virt-install: what it is about, and its arguments. */
export interface Combination {
  readonly title: string;
  readonly arch: string;
  readonly args: readonly string[];
}

/** Hosts that virt-install shall believe to talk to: one with the emulator and machines of each architecture. */
const ARCHITECTURES: Readonly<Record<string, { machines: readonly string[]; wordSize: number }>> = {
  x86_64: { machines: ['pc-q35-7.2', 'q35', 'pc-i440fx-7.2', 'pc'], wordSize: 64 },
  i686: { machines: ['pc-i440fx-7.2', 'pc', 'q35'], wordSize: 32 },
  aarch64: { machines: ['virt-7.2', 'virt'], wordSize: 64 },
  armv7l: { machines: ['virt-7.2', 'virt', 'vexpress-a15'], wordSize: 32 },
  ppc64le: { machines: ['pseries-7.2', 'pseries'], wordSize: 64 },
  s390x: { machines: ['s390-ccw-virtio-7.2', 's390-ccw-virtio'], wordSize: 64 },
  riscv64: { machines: ['virt'], wordSize: 64 },
};

function capabilitiesXml(arch: string): string {
  const { machines = [], wordSize = 64 } = ARCHITECTURES[arch] ?? {};
  const list = machines.map((machine) => `<machine maxCpus='255'>${machine}</machine>`).join('');
  const kvm = arch === 's390x' || arch === 'x86_64' ? `<domain type='kvm'/>` : '';
  return `<capabilities><host><cpu><arch>${arch}</arch></cpu></host>
    <guest><os_type>hvm</os_type><arch name='${arch}'><wordsize>${wordSize}</wordsize>
    <emulator>/usr/bin/qemu-system-${arch}</emulator>${list}<domain type='qemu'/>${kvm}</arch>
    <features><acpi default='on' toggle='yes'/><apic default='on' toggle='no'/><cpuselection/><deviceboot/></features></guest>
    </capabilities>`;
}

const CONTAINER = `<capabilities><host><cpu><arch>x86_64</arch></cpu></host>
  <guest><os_type>exe</os_type><arch name='x86_64'><wordsize>64</wordsize><emulator>/usr/lib/libvirt/libvirt_lxc</emulator><domain type='lxc'/></arch><features><privnet/></features></guest>
  </capabilities>`;

const XEN = `<capabilities><host><cpu><arch>x86_64</arch></cpu></host>
  <guest><os_type>hvm</os_type><arch name='x86_64'><wordsize>64</wordsize><emulator>/usr/lib/xen/bin/qemu-dm</emulator><loader>/usr/lib/xen/boot/hvmloader</loader><machine>xenfv</machine><domain type='xen'/></arch><features><acpi default='on' toggle='yes'/><apic default='on' toggle='yes'/></features></guest>
  <guest><os_type>xen</os_type><arch name='x86_64'><wordsize>64</wordsize><emulator>/usr/lib/xen/bin/qemu-dm</emulator><machine>xenpv</machine><domain type='xen'/></arch></guest>
  </capabilities>`;

/** The address of a pretended host, of which the capabilities stand in a file of the folder. */
export async function pretendedHost(folder: string, arch: string): Promise<string> {
  const file = join(folder, `${arch}.xml`);
  const special: Readonly<Record<string, string>> = { lxc: CONTAINER, xen: XEN };
  await writeFile(file, special[arch] ?? capabilitiesXml(arch));
  const uri = arch === 'lxc' ? 'lxc:///' : arch === 'xen' ? 'xen:///' : 'qemu:///system';
  return `__virtinst_test__test:///default,caps=${file},fakeuri=${uri}`;
}

const SYSTEMS = [
  'debian11',
  'ubuntu22.04',
  'fedora37',
  'centos-stream9',
  'opensusetumbleweed',
  'archlinux',
  'alpinelinux3.17',
  'win10',
  'win11',
  'win2k22',
  'winxp',
  'freebsd13.1',
  'openbsd7.0',
  'netbsd9.0',
  'solaris11',
  'generic',
];

const METHODS: Readonly<Record<string, readonly string[]>> = {
  import: ['--import', '--disk', 'size=4'],
  cdrom: ['--cdrom', '/dev/null', '--disk', 'size=4,format=qcow2'],
  pxe: ['--pxe', '--disk', 'size=4', '--network', 'network=default'],
  kernel: ['--boot', 'kernel=/k,initrd=/i,kernel_args=console=ttyS0', '--disk', 'none'],
};

/**
 * Devices and settings, each in the words of virt-install. Two of its options are left out because it writes them
 * where libvirt's schema has no place for them (a socket as a folder's source, the PCR banks of a TPM).
 */
const DEVICES: readonly (readonly [title: string, arch: string, args: readonly string[]])[] = [
  ['uefi', 'x86_64', ['--boot', 'firmware=efi', '--machine', 'q35']],
  [
    'secure boot',
    'x86_64',
    [
      '--boot',
      'firmware=efi,firmware.feature0.name=secure-boot,firmware.feature0.enabled=yes,firmware.feature1.name=enrolled-keys,firmware.feature1.enabled=yes',
    ],
  ],
  [
    'loader',
    'x86_64',
    [
      '--boot',
      'loader=/l.fd,loader.readonly=yes,loader.type=pflash,loader.secure=no,nvram.template=/t.fd,nvram=/n.fd,bootmenu.enable=yes,bootmenu.timeout=3000,bios.useserial=yes,bios.rebootTimeout=5,smbios.mode=sysinfo',
    ],
  ],
  [
    'cpu',
    'x86_64',
    [
      '--cpu',
      'mode=custom,model=Skylake-Client,match=exact,check=none,+vmx,-svm,force=x2apic,forbid=hle,optional=avx,topology.sockets=2,topology.dies=1,topology.cores=4,topology.threads=2,cache.mode=emulate,cache.level=3',
      '--vcpus',
      '16,maxvcpus=16',
    ],
  ],
  ['host passthrough', 'x86_64', ['--cpu', 'host-passthrough,migratable=on']],
  [
    'numa',
    'x86_64',
    [
      '--cpu',
      'numa.cell0.memory=524288,numa.cell0.cpus=0,numa.cell0.memAccess=shared,numa.cell0.distances.sibling0.id=0,numa.cell0.distances.sibling0.value=10,numa.cell0.distances.sibling1.id=1,numa.cell0.distances.sibling1.value=21,numa.cell1.memory=524288,numa.cell1.cpus=1,numa.cell1.cache0.level=1,numa.cell1.cache0.associativity=direct,numa.cell1.cache0.policy=writeback,numa.cell1.cache0.size.value=10,numa.cell1.cache0.size.unit=KiB,numa.cell1.cache0.line.value=8,numa.cell1.cache0.line.unit=B,numa.interconnects.latency0.initiator=0,numa.interconnects.latency0.target=0,numa.interconnects.latency0.type=access,numa.interconnects.latency0.value=5,numa.interconnects.bandwidth0.initiator=0,numa.interconnects.bandwidth0.target=0,numa.interconnects.bandwidth0.type=access,numa.interconnects.bandwidth0.value=204800,numa.interconnects.bandwidth0.unit=KiB',
      '--vcpus',
      '2',
    ],
  ],
  [
    'tuning',
    'x86_64',
    [
      '--vcpus',
      '4,cpuset=1-3,vcpu.current=2,placement=static',
      '--cputune',
      'shares=2048,period=1000,quota=-1,global_period=1000,global_quota=-1,emulator_period=1000,emulator_quota=-1,iothread_period=1000,iothread_quota=-1,emulatorpin.cpuset=1,vcpupin0.vcpu=0,vcpupin0.cpuset=2,iothreadpin0.iothread=1,iothreadpin0.cpuset=3,emulatorsched.scheduler=fifo,emulatorsched.priority=1,vcpusched0.vcpus=0,vcpusched0.scheduler=rr,vcpusched0.priority=2,iothreadsched0.iothreads=1,iothreadsched0.scheduler=batch,cachetune0.vcpus=0,cachetune0.cache0.id=0,cachetune0.cache0.level=3,cachetune0.cache0.type=both,cachetune0.cache0.size=3,cachetune0.cache0.unit=MiB,memorytune0.vcpus=1,memorytune0.node0.id=0,memorytune0.node0.bandwidth=60',
    ],
  ],
  [
    'memory limits',
    'x86_64',
    [
      '--memory',
      'memory=1024,currentMemory=512,maxMemory=4096,maxMemory.slots=4',
      '--memtune',
      'hard_limit=2000000,soft_limit=1000000,swap_hard_limit=3000000,min_guarantee=500000',
      '--blkiotune',
      'weight=200,device0.path=/dev/sda,device0.weight=500,device0.read_bytes_sec=10000,device0.write_bytes_sec=10000,device0.read_iops_sec=100,device0.write_iops_sec=100',
      '--numatune',
      'memory.mode=strict,memory.nodeset=0,memory.placement=static,memnode0.cellid=0,memnode0.mode=strict,memnode0.nodeset=0',
    ],
  ],
  [
    'memory backing',
    'x86_64',
    [
      '--memorybacking',
      'hugepages=yes,hugepages.page0.size=2048,hugepages.page0.unit=KiB,hugepages.page0.nodeset=0,nosharepages=yes,locked=yes,source.type=memfd,access.mode=shared,allocation.mode=immediate,allocation.threads=2,discard=yes',
    ],
  ],
  [
    'iothreads',
    'x86_64',
    [
      '--iothreads',
      'iothreads=2,iothreadids.iothread0.id=1,iothreadids.iothread0.thread_pool_min=1,iothreadids.iothread0.thread_pool_max=4,defaultiothread.thread_pool_min=1,defaultiothread.thread_pool_max=8',
    ],
  ],
  [
    'features',
    'x86_64',
    [
      '--features',
      'acpi=on,apic.eoi=on,pae=on,hap=on,viridian=on,privnet=on,pvspinlock.state=on,smm.state=on,vmport.state=off,pmu.state=on,ioapic.driver=kvm,kvm.hidden.state=on,kvm.hint-dedicated.state=on,kvm.poll-control.state=on,vmcoreinfo.state=on,hyperv.relaxed.state=on,hyperv.vapic.state=on,hyperv.spinlocks.state=on,hyperv.spinlocks.retries=8191,hyperv.synic.state=on,hyperv.reset.state=on',
    ],
  ],
  [
    'clock',
    'x86_64',
    [
      '--clock',
      'offset=localtime,timer0.name=rtc,timer0.track=wall,timer0.tickpolicy=catchup,timer1.name=tsc,timer1.frequency=1000000,timer1.mode=native,timer2.name=hpet,timer2.present=no',
    ],
  ],
  [
    'events',
    'x86_64',
    [
      '--events',
      'on_poweroff=destroy,on_reboot=restart,on_crash=coredump-restart,on_lockfailure=pause',
      '--pm',
      'suspend_to_mem.enabled=yes,suspend_to_disk.enabled=no',
      '--resource',
      '/machine/x',
      '--keywrap',
      'cipher0.name=aes,cipher0.state=off',
    ],
  ],
  [
    'security',
    'x86_64',
    [
      '--seclabel',
      'type=static,model=dac,label=107:107,relabel=yes,baselabel=1:1',
      '--machine',
      'q35',
      '--boot',
      'firmware=efi',
      '--launchSecurity',
      'type=sev,policy=0x0003,cbitpos=47,reducedPhysBits=1,dhCert=AA,session=BB,kernelHashes=yes',
    ],
  ],
  [
    'sysinfo',
    'x86_64',
    [
      '--sysinfo',
      'type=smbios,bios.vendor=V,bios.version=1,bios.date=01/01/2020,bios.release=1.1,system.manufacturer=M,system.product=P,system.version=2,system.serial=S,system.uuid=6695eb01-f6a4-8304-79aa-97f2502e193f,system.sku=K,system.family=F,baseBoard.manufacturer=B,baseBoard.product=C,baseBoard.version=3,baseBoard.serial=D,baseBoard.asset=E,baseBoard.location=L,chassis.manufacturer=G,chassis.version=4,chassis.serial=H,chassis.asset=I,chassis.sku=J,oemStrings.entry0=x,oemStrings.entry1=y',
    ],
  ],
  [
    'qemu',
    'x86_64',
    [
      '--qemu-commandline=-foo bar',
      '--qemu-commandline',
      'env=A=B',
      '--metadata',
      'title=T,description=D,genid=e9392370-2917-565e-692b-d057f46512d6,genid_enable=yes',
    ],
  ],
  [
    'disks',
    'x86_64',
    [
      '--disk',
      '/a.qcow2,size=1,driver.type=qcow2,driver.cache=none,driver.io=native,driver.discard=unmap,driver.detect_zeroes=unmap,driver.error_policy=stop,driver.copy_on_read=on,driver.iothread=1,driver.queues=2,serial=S,target.bus=virtio,boot.order=1,blockio.logical_block_size=512,blockio.physical_block_size=4096,geometry.cyls=16383,geometry.heads=16,geometry.secs=63,geometry.trans=lba,snapshot=external,transient=yes,alias.name=ua-x',
      '--disk',
      'path=/dev/null,device=lun,target.bus=scsi,sgio=unfiltered,rawio=yes,source.reservations.managed=no,source.reservations.source.type=unix,source.reservations.source.path=/s,source.reservations.source.mode=client',
      '--controller',
      'scsi,model=virtio-scsi,driver.queues=4,driver.iothread=1',
      '--check',
      'all=off',
    ],
  ],
  [
    'I/O limits',
    'x86_64',
    [
      '--disk',
      '/a.img,size=1,iotune.read_bytes_sec=1,iotune.write_bytes_sec=2,iotune.read_iops_sec=3,iotune.write_iops_sec=4',
      '--disk',
      '/b.img,size=1,iotune.total_bytes_sec=1,iotune.total_iops_sec=2',
      '--check',
      'all=off',
    ],
  ],
  [
    'network disks',
    'x86_64',
    [
      '--disk',
      'type=network,source.protocol=rbd,source.name=p/i,source.host0.name=h,source.host0.port=6789',
      '--disk',
      'type=network,source.protocol=nbd,source.host0.transport=unix,source.host0.socket=/s',
      '--disk',
      'type=nvme,source.type=pci,source.managed=yes,source.namespace=1,source.address.domain=0,source.address.bus=1,source.address.slot=0,source.address.function=0',
      '--check',
      'all=off',
    ],
  ],
  [
    'labelled disk',
    'x86_64',
    [
      '--disk',
      '/a.qcow2,size=1,source.seclabel0.model=dac,source.seclabel0.relabel=no,source.startupPolicy=optional,wwn=5000c50015ea71ad,target.bus=scsi,target.rotation_rate=1,transient=yes,transient.shareBacking=yes',
      '--check',
      'all=off',
    ],
  ],
  [
    'floppy and drives',
    'x86_64',
    [
      '--disk',
      'device=floppy',
      '--disk',
      'device=cdrom,target.bus=sata',
      '--disk',
      '/a.img,size=1,target.bus=usb,target.removable=on',
      '--check',
      'all=off',
    ],
  ],
  [
    'network cards',
    'x86_64',
    [
      '--network',
      'network=default,portgroup=x,model.type=virtio,driver.name=vhost,driver.queues=4,mtu.size=9000,link.state=down,boot.order=1,rom.bar=off,rom.file=/r,filterref.filter=clean-traffic,target.dev=t0,trustGuestRxFilters=yes,virtualport.type=openvswitch,virtualport.parameters.interfaceid=6695eb01-f6a4-8304-79aa-97f2502e193f,virtualport.parameters.profileid=p,source.portgroup=x,alias.name=ua-n',
      '--network',
      'bridge=br0,mac=52:54:00:11:22:33',
      '--network',
      'type=direct,source=eth0,source.mode=vepa,virtualport.type=802.1Qbg,virtualport.parameters.managerid=1,virtualport.parameters.typeid=2,virtualport.parameters.typeidversion=3,virtualport.parameters.instanceid=6695eb01-f6a4-8304-79aa-97f2502e193f',
      '--network',
      'user,model=e1000',
      '--network',
      'type=vhostuser,source.type=unix,source.path=/s,source.mode=client',
      '--network',
      'type=vdpa,source=/dev/vhost-vdpa-0',
    ],
  ],
  [
    'spice',
    'x86_64',
    [
      '--graphics',
      'spice,gl.enable=yes,listen=none,gl.rendernode=/dev/dri/x,image.compression=off,clipboard.copypaste=no,filetransfer.enable=no,mouse.mode=client,streaming.mode=all,zlib.compression=always',
      '--video',
      'virtio,model.acceleration.accel3d=yes,model.heads=2',
    ],
  ],
  [
    'vnc',
    'x86_64',
    [
      '--graphics',
      'vnc,port=5950,password=x,passwordValidTo=2020-01-01T00:00:00,connected=keep,keymap=de,listens0.type=address,listens0.address=1.2.3.4,websocket=5951',
      '--video',
      'qxl,vgamem=16384,ram=65536,vram=65536,vram64=8192',
      '--video',
      'none',
    ],
  ],
  ['egl and sdl', 'x86_64', ['--graphics', 'egl-headless,gl.rendernode=/dev/dri/x', '--graphics', 'sdl']],
  ['sound', 'x86_64', ['--sound', 'ich9,codec0.type=micro,audio.id=1', '--audio', 'id=1,type=spice']],
  [
    'lines',
    'x86_64',
    [
      '--serial',
      'tcp,host=0.0.0.0:2222,source.mode=bind,protocol.type=telnet,log.file=/l,log.append=on',
      '--serial',
      'udp,host=h:1,bind_host=b:2',
      '--serial',
      'unix,path=/s,mode=bind',
      '--serial',
      'file,path=/f',
      '--parallel',
      'dev,path=/dev/parport0',
      '--console',
      'pty,target.type=virtio',
      '--channel',
      'unix,target.type=virtio,target.name=org.qemu.guest_agent.0,mode=bind',
      '--channel',
      'spiceport,source.channel=org.x,target.type=virtio,target.name=org.x',
      '--channel',
      'pty,target.type=guestfwd,target.address=10.0.2.1,target.port=4600',
      '--channel',
      'qemu-vdagent,source.clipboard.copypaste=yes,source.mouse.mode=client,target.type=virtio',
      '--serial',
      'nmdm,source.master=/m,source.slave=/s',
    ],
  ],
  [
    'host devices',
    'x86_64',
    [
      '--hostdev',
      'type=pci,driver.name=vfio,rom.bar=on,boot.order=3,xpath0.set=./source/address/@bus,xpath0.value=0x01,xpath1.set=./@mode,xpath1.value=subsystem,xpath2.set=./@managed,xpath2.value=yes',
      '--hostdev',
      'type=usb,xpath0.set=./source/vendor/@id,xpath0.value=0x0781,xpath1.set=./source/product/@id,xpath1.value=0x5151',
      '--hostdev',
      'type=mdev,xpath0.set=./source/address/@uuid,xpath0.value=6695eb01-f6a4-8304-79aa-97f2502e193f,xpath1.set=./@display,xpath1.value=on',
    ],
  ],
  [
    'redirection',
    'x86_64',
    [
      '--redirdev',
      'usb,type=tcp,source.host=h,source.service=4000',
      '--smartcard',
      'mode=host-certificates,certificate0=a,certificate1=b,certificate2=c,database=/d',
      '--smartcard',
      'passthrough,type=spicevmc',
    ],
  ],
  [
    'shared folders',
    'x86_64',
    [
      '--filesystem',
      '/a,/b,type=mount,accessmode=mapped,driver.wrpolicy=immediate,readonly=yes,space_hard_limit=1234,space_soft_limit=500,fmode=0640,dmode=0750,multidevs=remap',
      '--filesystem',
      'source.dir=/a,target.dir=t,driver.type=virtiofs,driver.queue=1024,binary.path=/v,binary.xattr=on,binary.cache.mode=always,binary.lock.posix=on,binary.lock.flock=on,binary.sandbox.mode=namespace',
    ],
  ],
  [
    'tpm and friends',
    'x86_64',
    [
      '--tpm',
      'emulator,model=tpm-crb,version=2.0,backend.persistent_state=yes,backend.encryption.secret=6695eb01-f6a4-8304-79aa-97f2502e193f',
      '--rng',
      '/dev/urandom,rate.bytes=1234,rate.period=1000,model=virtio',
      '--watchdog',
      'i6300esb,action=poweroff',
      '--panic',
      'isa',
      '--memballoon',
      'virtio,autodeflate=on,freePageReporting=on,stats.period=10',
      '--vsock',
      'cid.auto=yes',
      '--iommu',
      'model=intel,driver.intremap=on,driver.caching_mode=on,driver.eim=off,driver.iotlb=on,driver.aw_bits=48',
      '--input',
      'mouse,bus=virtio,model=virtio',
      '--input',
      'type=passthrough,bus=virtio,source.evdev=/dev/input/event1',
    ],
  ],
  [
    'tpm of the host',
    'x86_64',
    [
      '--tpm',
      '/dev/tpm0',
      '--rng',
      'egd,backend.source.host=h,backend.source.service=708,backend.source.mode=connect,backend.type=tcp',
    ],
  ],
  [
    'memory devices',
    'x86_64',
    [
      '--memdev',
      'dimm,access=private,target.size=512,target.node=0,source.pagesize=4,source.nodemask=1-2',
      '--memdev',
      'nvdimm,source.path=/p,target.size=512,target.node=1,target.label_size=128,source.alignsize=2048,source.pmem=on,target.readonly=yes,uuid=6695eb01-f6a4-8304-79aa-97f2502e193f',
      '--memdev',
      'model=virtio-mem,target.size=1,target.block=2,target.requested=1,target.node=0',
      '--memory',
      '1024,maxmemory=8192',
      '--cpu',
      'cell0.cpus=0,cell0.memory=1048576',
      '--shmem',
      'name=s,role=peer,model.type=ivshmem-doorbell,size=4,size.unit=M,server.path=/s,msi.vectors=32,msi.ioeventfd=on',
    ],
  ],
  [
    'controllers',
    'x86_64',
    [
      '--controller',
      'usb3',
      '--controller',
      'type=pci,model=pcie-root-port,target.chassis=1,target.port=0x8,target.hotplug=off',
      '--controller',
      'type=pci,model=pcie-expander-bus,target.busNr=0x80,target.node=0',
      '--controller',
      'virtio-serial,vectors=4',
      '--controller',
      'scsi,model=lsilogic,index=1',
      '--machine',
      'q35',
    ],
  ],
  ['arm devices', 'aarch64', ['--graphics', 'vnc', '--tpm', 'default', '--features', 'gic.version=3']],
  ['arm without uefi', 'armv7l', ['--machine', 'vexpress-a15', '--boot', 'kernel=/k,initrd=/i,dtb=/d']],
  ['power', 'ppc64le', ['--graphics', 'vnc', '--panic', 'default']],
  [
    'mainframe',
    's390x',
    ['--disk', '/dasda.img,size=1,boot.loadparm=2', '--watchdog', 'default', '--check', 'all=off'],
  ],
  [
    'container',
    'lxc',
    [
      '--container',
      '--init',
      '/bin/sh',
      '--filesystem',
      '/root,/',
      '--network',
      'network=default',
      '--idmap',
      'uid.start=0,uid.target=1000,uid.count=10,gid.start=0,gid.target=1000,gid.count=10',
    ],
  ],
  [
    'container command',
    'lxc',
    [
      '--container',
      '--boot',
      'init=/sbin/init,initarg0=-x,initdir=/d,inituser=u,initgroup=g,initenv0.name=A,initenv0=b',
    ],
  ],
  ['xen full', 'xen', ['--hvm', '--import', '--disk', '/a.img,size=1', '--check', 'all=off']],
  [
    'xen para',
    'xen',
    [
      '--paravirt',
      '--import',
      '--disk',
      '/a.img,size=1',
      '--check',
      'all=off',
      '--boot',
      'bootloader=/usr/bin/pygrub,bootloader_args=-x',
    ],
  ],
];

const BASE = ['--name', 'machine', '--print-xml', '--noautoconsole', '--check', 'disk_size=off'];

function bySystem(): Combination[] {
  const methods = Object.keys(METHODS);
  return SYSTEMS.flatMap((system, index) =>
    [methods[index % methods.length] ?? '', methods[(index + 1) % methods.length] ?? ''].map((method) => ({
      title: `${system} by ${method}`,
      arch: 'x86_64',
      args: [...BASE, '--memory', '2048', '--osinfo', system, ...(METHODS[method] ?? [])],
    })),
  );
}

function byArchitecture(): Combination[] {
  return ['i686', 'aarch64', 'armv7l', 'ppc64le', 's390x', 'riscv64'].flatMap((arch) =>
    ['import', 'kernel'].map((method) => ({
      title: `${arch} by ${method}`,
      arch,
      args: [
        ...BASE,
        '--arch',
        arch,
        '--memory',
        '2048',
        '--osinfo',
        'linux2022',
        ...(METHODS[method] ?? []),
      ],
    })),
  );
}

function byDevice(): Combination[] {
  return DEVICES.map(([title, arch, args]) => {
    const container = arch === 'lxc' || arch === 'xen';
    const memory = args.includes('--memory') ? [] : ['--memory', '1024'];
    const method = args.includes('--boot') && args.join().includes('kernel=') ? [] : ['--import'];
    const disk = args.includes('--disk') || container ? [] : ['--disk', 'none'];
    const install = container ? [] : [...method, '--arch', arch];
    return { title, arch, args: [...BASE, ...memory, '--osinfo', 'generic', ...install, ...disk, ...args] };
  });
}

/** System, method, architecture and devices, in all more than the 60 that are asked for. */
export const COMBINATIONS: readonly Combination[] = [...bySystem(), ...byArchitecture(), ...byDevice()];
