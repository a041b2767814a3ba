import { kernelArguments } from './media.ts';

/** What a test wants of a guest. Paths are paths on the host. */
export interface GuestWish {
  name: string;
  /** Where it starts from: `kernel` is direct boot, in about 3 s; `cdrom`, `disk` and `pxe` go through the BIOS. */
  boot?: 'kernel' | 'cdrom' | 'disk' | 'pxe';
  /** MiB; default 192. */
  memory?: number;
  vcpus?: number;
  machine?: 'pc' | 'q35';
  /** Default BIOS. UEFI wants machine q35, and the "full" media where it starts from a SATA CD-ROM and looks at it. */
  firmware?: 'bios' | 'uefi' | 'uefi-secure';
  /** Disks: vda, vdb and so on. */
  disks?: ReadonlyArray<{ path: string; format?: 'qcow2' | 'raw'; cache?: string }>;
  /** Path of an ISO; default for `cdrom` boot: the tiny guest's. */
  cdrom?: string;
  /** libvirt networks, one card each; default none. */
  networks?: readonly string[];
  /** Default: VNC on the host's loopback. */
  graphics?: 'vnc' | 'vnc-everywhere' | 'none';
  /** Default: vga. */
  video?: string;
  /** A channel for the guest agent. */
  agent?: boolean;
  /** Words for the kernel's command line (`kernel` boot only). */
  arguments?: string;
  /** XML to put among the devices. */
  devices?: string;
}

/** Where every host keeps the parts of the tiny guest. */
export const hostMedia = {
  iso: '/var/lib/libvirt/media/tiny.iso',
  kernel: '/var/lib/libvirt/media/vmlinuz',
  initrd: '/var/lib/libvirt/media/initrd.gz',
} as const;

const bootDevices = { kernel: 'hd', cdrom: 'cdrom', disk: 'hd', pxe: 'network' } as const;

function firmwareXml(wish: GuestWish): string {
  if (wish.firmware !== 'uefi' && wish.firmware !== 'uefi-secure') return '';
  const secure = wish.firmware === 'uefi-secure';
  const variant = secure ? '.ms' : '';
  return `<loader readonly='yes' type='pflash'${secure ? " secure='yes'" : ''}>/usr/share/OVMF/OVMF_CODE_4M${variant}.fd</loader>
    <nvram template='/usr/share/OVMF/OVMF_VARS_4M${variant}.fd'/>`;
}

function osXml(wish: GuestWish): string {
  const { boot = 'kernel', machine = 'pc' } = wish;
  const type = `<type arch='x86_64' machine='${machine}'>hvm</type>${firmwareXml(wish)}`;
  if (boot !== 'kernel') return `<os>${type}<boot dev='${bootDevices[boot]}'/></os>`;
  const line = `${kernelArguments} vd.from=kernel vd.name=${wish.name} ${wish.arguments ?? ''}`.trim();
  return `<os>${type}<kernel>${hostMedia.kernel}</kernel><initrd>${hostMedia.initrd}</initrd><cmdline>${line}</cmdline></os>`;
}

function storageXml(wish: GuestWish): string {
  const disks = (wish.disks ?? []).map(({ path, format = 'qcow2', cache }, i) => {
    const driver = `<driver name='qemu' type='${format}'${cache ? ` cache='${cache}'` : ''}/>`;
    const target = `<target dev='vd${String.fromCharCode(97 + i)}' bus='virtio'/>`;
    return `<disk type='file' device='disk'>${driver}<source file='${path}'/>${target}</disk>`;
  });
  const iso = wish.cdrom ?? (wish.boot === 'cdrom' ? hostMedia.iso : undefined);
  if (iso) {
    const target = wish.machine === 'q35' ? `dev='sda' bus='sata'` : `dev='hda' bus='ide'`;
    disks.push(`<disk type='file' device='cdrom'><driver name='qemu' type='raw'/><source file='${iso}'/>
      <target ${target}/><readonly/></disk>`);
  }
  return disks.join('\n');
}

function graphicsXml(wish: GuestWish): string {
  const { graphics = 'vnc' } = wish;
  if (graphics === 'none') return '';
  const listen = graphics === 'vnc' ? '127.0.0.1' : '0.0.0.0';
  const video = `<video><model type='${wish.video ?? 'vga'}'/></video>`;
  return `<graphics type='vnc' port='-1' autoport='yes' listen='${listen}'/>${video}`;
}

/** Domain XML of a tiny guest. Without KVM, for it is seldom usable where tests run. */
export function guestXml(wish: GuestWish): string {
  const cards = (wish.networks ?? []).map(
    (network) => `<interface type='network'><source network='${network}'/><model type='virtio'/></interface>`,
  );
  const agent = `<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>`;
  return `<domain type='qemu'>
  <name>${wish.name}</name>
  <memory unit='MiB'>${wish.memory ?? 192}</memory>
  <vcpu>${wish.vcpus ?? 1}</vcpu>
  ${osXml(wish)}
  <features><acpi/>${wish.firmware === 'uefi-secure' ? "<smm state='on'/>" : ''}</features>
  <cpu mode='custom'><model>qemu64</model></cpu>
  <on_reboot>restart</on_reboot>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    ${storageXml(wish)}
    ${cards.join('\n')}
    <serial type='pty'><target port='0'/></serial>
    <console type='pty'><target type='serial' port='0'/></console>
    ${graphicsXml(wish)}
    ${wish.agent ? agent : ''}
    ${wish.devices ?? ''}
  </devices>
</domain>
`;
}
