import { describe, expect, it } from 'vitest';
import { Capabilities, DomainCapabilities, StoragePoolCapabilities } from '../index.ts';

const TOLD = `<domainCapabilities>
  <path>/usr/bin/qemu-system-x86_64</path><domain>kvm</domain><machine>pc-q35-7.2</machine><arch>x86_64</arch>
  <vcpu max='288'/>
  <os supported='yes'><enum name='firmware'><value>efi</value></enum>
    <loader supported='yes'><value>/x.fd</value><enum name='secure'><value>yes</value><value>no</value></enum></loader></os>
  <cpu><mode name='host-passthrough' supported='yes'/><mode name='maximum' supported='no'/>
    <mode name='custom' supported='yes'><model usable='yes'>qemu64</model><model usable='no'>EPYC</model></mode></cpu>
  <devices>
    <disk supported='yes'><enum name='bus'><value>virtio</value><value>usb</value></enum></disk>
    <tpm supported='no'/>
    <video supported='yes'><enum name='modelType'><value>virtio</value></enum></video>
  </devices>
  <features><hyperv supported='yes'><enum name='features'><value>relaxed</value></enum></hyperv><sev supported='yes'/></features>
</domainCapabilities>`;

describe('domain capabilities', () => {
  const caps = DomainCapabilities.parse(TOLD);

  it('answer from what libvirt tells', () => {
    expect(caps.disk.buses).toEqual(['virtio', 'usb']);
    expect(caps.video.models).toEqual(['virtio']);
    expect(caps.cpuModes).toEqual(['host-passthrough', 'custom']);
    expect(caps.cpuModels.map((model) => [model.name, model.usable])).toEqual([
      ['qemu64', 'yes'],
      ['EPYC', 'no'],
    ]);
    expect([caps.firmwares, caps.secureBoot, caps.maxVcpus]).toEqual([['efi'], true, 288]);
    expect(caps.hypervFeatures).toEqual(['relaxed']);
    expect(caps.launchSecurityTypes).toEqual(['sev']);
  });

  it('answer nothing for what is not supported', () => {
    expect(caps.tpm.models).toEqual([]);
  });

  it('answer from what is known where libvirt does not tell', () => {
    expect(caps.disk.devices).toContain('cdrom');
    expect(caps.graphics.types).toContain('vnc');
    expect(caps.soundModels).toContain('ich9');
  });

  it('know old libvirt and other hypervisors', () => {
    const old = DomainCapabilities.unknown({ type: 'kvm', arch: 'x86_64', machine: 'pc-i440fx-2.1' });
    expect(old.disk.buses).toContain('ide');
    expect(
      DomainCapabilities.unknown({ type: 'kvm', arch: 'x86_64', machine: 'q35' }).disk.buses,
    ).not.toContain('ide');
    expect(old.cpuModes).toContain('host-model');
    expect(DomainCapabilities.unknown({ type: 'qemu', arch: 'x86_64', machine: 'q35' }).cpuModes).toEqual([
      'custom',
      'maximum',
    ]);
    const container = DomainCapabilities.unknown({ type: 'lxc', arch: 'x86_64', machine: '' });
    expect([container.disk.buses, container.graphics.types, container.filesystem.drivers.length > 0]).toEqual(
      [[], [], true],
    );
    expect(
      DomainCapabilities.unknown({ type: 'xen', arch: 'x86_64', machine: 'xenfv' }).disk.buses,
    ).toContain('xen');
    expect(
      DomainCapabilities.unknown({ type: 'qemu', arch: 's390x', machine: 's390-ccw-virtio' }).watchdogModels,
    ).toEqual(['diag288']);
    expect(DomainCapabilities.unknown({ type: 'qemu', arch: 'mips', machine: 'malta' }).disk.buses).toContain(
      'scsi',
    );
  });
});

describe('capabilities of a host', () => {
  it('tell what it can run, its own architecture first', () => {
    const caps = Capabilities.parse(
      `<capabilities><host><cpu><arch>x86_64</arch><topology sockets='1' dies='1' cores='2' threads='1'/></cpu></host><guest><os_type>hvm</os_type><arch name='i686'/></guest><guest><os_type>hvm</os_type><arch name='x86_64'><wordsize>64</wordsize><machine canonical='pc-q35-7.2' maxCpus='288'>q35</machine><domain type='qemu'/><domain type='kvm'/></arch></guest></capabilities>`,
    );
    expect(caps.architectures).toEqual(['x86_64', 'i686']);
    const guest = caps.guestFor('x86_64');
    expect(guest?.machines.map((machine) => [machine.name, machine.canonical, machine.maxCpus])).toEqual([
      ['q35', 'pc-q35-7.2', 288],
    ]);
    expect(guest?.domains.map((domain) => domain.type)).toEqual(['qemu', 'kvm']);
    expect(caps.guestFor('s390x')).toBeUndefined();
    expect(caps.host.cpu.cores).toBe(2);
  });

  it('tell which pools it can have', () => {
    const caps = StoragePoolCapabilities.parse(
      `<storagepoolCapabilities><pool type='dir' supported='yes'><volOptions><defaultFormat type='raw'/><enum name='targetFormatType'><value>raw</value><value>qcow2</value></enum></volOptions></pool><pool type='zfs' supported='no'/></storagepoolCapabilities>`,
    );
    expect(caps.types).toEqual(['dir']);
    expect(caps.ofType('dir')?.volume.valuesOf('targetFormatType')).toEqual(['raw', 'qcow2']);
    expect(caps.ofType('dir')?.volume.valuesOf('nothing')).toBeUndefined();
  });
});
