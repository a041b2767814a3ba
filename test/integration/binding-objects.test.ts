import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as libvirt from '../../main/libvirt/typed/index.ts';

const { Connect, LibvirtError } = libvirt;

const guest = (name: string) =>
  `<domain type='test'><name>${name}</name><memory unit='KiB'>524288</memory><vcpu>2</vcpu>
  <os><type>hvm</type></os><devices><disk type='file'><source file='/images/${name}'/><target dev='vda'/></disk>
  </devices></domain>`;

let connect: libvirt.Connect;

beforeEach(() => {
  connect = Connect.open('test:///default');
});

afterEach(() => {
  connect.close();
});

/** What a call throws. */
function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('a connection', () => {
  it('tells about itself and its host', () => {
    expect(connect.getURI()).toBe('test:///default');
    expect(connect.getType()).toBe('TEST');
    expect(connect.getVersion()).toBe(2);
    expect(connect.getLibVersion()).toBe(libvirt.installedVersion());
    expect(connect.isAlive()).toBe(true);
    expect(connect.isSecure()).toBe(true);
    expect(connect.isEncrypted()).toBe(false);
    expect(connect.nodeGetInfo()).toMatchObject({ model: 'i686', memory: 3145728, cpus: 16 });
    expect(connect.nodeGetCPUStats(-1)).toHaveProperty('user');
    expect(connect.nodeGetCellsFreeMemory(0, 2)).toHaveLength(2);
    expect(connect.nodeGetCPUMap().cpus).toBeGreaterThan(0);
    expect(connect.getCapabilities()).toContain('<capabilities>');
    expect(connect.getCPUModelNames('x86_64').length).toBeGreaterThan(20);
  });

  it('is closed once, and says so when used again', () => {
    expect(connect.close()).toBe(0);
    expect(connect.close()).toBe(0);
    expect(() => connect.getURI()).toThrow('this virConnect has been freed');
  });

  it('is not closed while another reference is held', () => {
    const other = Connect.fromAddress(connect.address);
    expect(connect.close()).toBe(1);
    expect(other.getURI()).toBe('test:///default');
    expect(other.close()).toBe(0);
  });

  it('asks for credentials and is refused without the right ones', () => {
    const folder = mkdtempSync(join(tmpdir(), 'virtdeck-auth-'));
    try {
      writeFileSync(join(folder, 'node.xml'), "<node><auth><user password='sesame'>ali</user></auth></node>");
      const uri = `test://${folder}/node.xml`;
      const asked: libvirt.CredentialPrompt[] = [];
      const answers = (password: string | null) => (prompts: readonly libvirt.CredentialPrompt[]) => {
        asked.push(...prompts);
        return password === null ? null : prompts.map(({ type }) => (type === 5 ? password : 'ali'));
      };
      const opened = Connect.openAuth(uri, answers('sesame'));
      expect(opened.listAllDomains()).toEqual([]);
      opened.close();
      expect(asked.map((prompt) => prompt.type)).toEqual([2, 5]);
      expect(asked[1]?.prompt).toContain("ali's password");
      expect(thrown(() => Connect.openAuth(uri, answers('open')))).toMatchObject({
        codeName: 'VIR_ERR_AUTH_FAILED',
      });
      expect(thrown(() => Connect.openAuth(uri, answers(null)))).toMatchObject({
        codeName: 'VIR_ERR_AUTH_FAILED',
      });
      const mistake = new Error('the dialog broke');
      const broken = () => {
        throw mistake;
      };
      expect(thrown(() => Connect.openAuth(uri, broken))).toBe(mistake);
      expect(thrown(() => Connect.open(uri))).toBeInstanceOf(LibvirtError);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('errors', () => {
  it('are read whole, with names', () => {
    const error = thrown(() => connect.domainLookupByName('nowhere'));
    expect(error).toBeInstanceOf(LibvirtError);
    expect(error).toMatchObject({
      message: 'Domain not found',
      code: libvirt.virErrorNumber.VIR_ERR_NO_DOMAIN,
      codeName: 'VIR_ERR_NO_DOMAIN',
      domainName: 'VIR_FROM_TEST',
      level: 2,
      call: 'virDomainLookupByName',
    });
  });

  it('are those of their own call, whatever fails before and after', () => {
    const calls: [() => unknown, string][] = [
      [() => connect.domainLookupByName('x'), 'VIR_ERR_NO_DOMAIN'],
      [() => connect.networkLookupByName('x'), 'VIR_ERR_NO_NETWORK'],
      [() => connect.storagePoolLookupByName('x'), 'VIR_ERR_NO_STORAGE_POOL'],
      [() => connect.domainDefineXML('<domain'), 'VIR_ERR_XML_DETAIL'],
      [() => connect.nodeDeviceLookupByName('x'), 'VIR_ERR_NO_NODE_DEVICE'],
    ];
    for (let round = 0; round < 20; round++) {
      for (const [call, code] of calls) expect(thrown(call)).toMatchObject({ codeName: code });
    }
  });

  it('cross between threads as plain fields', () => {
    const error = thrown(() => connect.domainLookupByName('nowhere'));
    if (!(error instanceof LibvirtError)) throw error;
    const copy = new LibvirtError(structuredClone(error.toFields()));
    expect(copy.codeName).toBe('VIR_ERR_NO_DOMAIN');
    expect(copy.toFields()).toEqual(error.toFields());
  });
});

describe('inputs', () => {
  it('are checked before C sees them', () => {
    const domain = connect.domainLookupByName('test');
    expect(() => domain.setMemory(-1)).toThrow(RangeError);
    expect(() => domain.setMemory(2n ** 64n)).toThrow(RangeError);
    expect(() => domain.setVcpus(2 ** 32)).toThrow(
      'virDomainSetVcpus: nvcpus must be an integer from 0 to 4294967295',
    );
    expect(() => connect.domainLookupByName('te\0st')).toThrow('contains a NUL character');
    expect(() => connect.domainLookupByUUID(new Uint8Array(15))).toThrow('16 bytes');
    expect(() => connect.listDomains(1e12)).toThrow(RangeError);
    // @ts-expect-error: a network is not a stream
    expect(() => domain.openConsole(null, connect.networkLookupByName('default'))).toThrow(
      'must be a virStream',
    );
    domain.free();
  });

  it('may be masks with bit 31 set', () => {
    const enforce = libvirt.virConnectGetAllDomainStatsFlags.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;
    expect(
      connect.getAllDomainStats(libvirt.virDomainStatsTypes.VIR_DOMAIN_STATS_STATE | 0, enforce | 0),
    ).toHaveLength(1);
  });
});

describe('domains', () => {
  it('are listed with name, UUID and number', () => {
    const [domain, ...others] = connect.listAllDomains();
    expect(others).toEqual([]);
    expect(domain?.getName()).toBe('test');
    expect(domain?.getUUIDString()).toBe('6695eb01-f6a4-8304-79aa-97f2502e193f');
    expect(Buffer.from(domain?.getUUID() ?? []).toString('hex')).toBe('6695eb01f6a4830479aa97f2502e193f');
    expect(domain?.getID()).toBe(1);
    expect(connect.listDomains(5)).toEqual([1]);
  });

  it('live from definition to removal', () => {
    const domain = connect.domainDefineXML(guest('crocus'));
    const { VIR_DOMAIN_RUNNING, VIR_DOMAIN_PAUSED, VIR_DOMAIN_SHUTOFF } = libvirt.virDomainState;
    expect(domain.getState().state).toBe(VIR_DOMAIN_SHUTOFF);
    expect(domain.getID()).toBeNull();
    expect(connect.listDefinedDomains(9)).toEqual(['crocus']);
    domain.create();
    expect([domain.getState().state, domain.isActive(), domain.isPersistent()]).toEqual([
      VIR_DOMAIN_RUNNING,
      true,
      true,
    ]);
    domain.suspend();
    expect(domain.getState().state).toBe(VIR_DOMAIN_PAUSED);
    domain.resume();
    domain.setMemory(262144);
    expect(domain.getInfo()).toMatchObject({ maxMem: 524288, memory: 262144, nrVirtCpu: 2 });
    domain.setAutostart(true);
    expect(domain.getAutostart()).toBe(true);
    domain.destroy();
    domain.undefine();
    expect(thrown(() => connect.domainLookupByName('crocus'))).toMatchObject({ code: 42 });
    domain.free();
  });

  it('have metadata, vCPUs, interfaces and file systems', () => {
    const domain = connect.domainLookupByName('test');
    const { VIR_DOMAIN_METADATA_TITLE } = libvirt.virDomainMetadataType;
    domain.setMetadata(VIR_DOMAIN_METADATA_TITLE, 'Ünïcode ✓', null, null);
    expect(domain.getMetadata(VIR_DOMAIN_METADATA_TITLE, null)).toBe('Ünïcode ✓');
    domain.setMetadata(VIR_DOMAIN_METADATA_TITLE, null, null, null);
    expect(thrown(() => domain.getMetadata(VIR_DOMAIN_METADATA_TITLE, null))).toMatchObject({
      codeName: 'VIR_ERR_NO_DOMAIN_METADATA',
    });
    expect(domain.getVcpus(2, 2)[1]).toMatchObject({ number: 1, state: 1 });
    domain.pinVcpuFlags(0, Uint8Array.of(0b101, 0));
    expect(domain.getVcpuPinInfo(2, 2)[0]).toEqual(Uint8Array.of(0b101, 0));
    expect(domain.interfaceAddresses(0)[0]).toMatchObject({ name: 'testnet0', addrs: [{ prefix: 24 }] });
    expect(domain.getFSInfo()[0]).toMatchObject({ mountpoint: '/', devAlias: ['vda'] });
    expect(domain.memoryStats()).toHaveProperty('rss');
    expect(domain.getDiskErrors()).toEqual([{ disk: 'vda', error: 1 }]);
    expect(domain.getTime()).toEqual({ seconds: 627319920, nseconds: 0 });
    domain.sendKey(libvirt.virKeycodeSet.VIR_KEYCODE_SET_LINUX, 10, [29, 56, 111]);
    expect(domain.screenshot(connect.streamNew(0), 0)).toBe('image/png');
  });

  it('have tunables by their libvirt names, typed as libvirt demands', () => {
    const domain = connect.domainLookupByName('test');
    domain.setMemoryParameters({ hard_limit: 2n ** 40n, soft_limit: 4096 });
    expect(domain.getMemoryParameters()).toMatchObject({ hard_limit: 2 ** 40, soft_limit: 4096 });
    domain.setBlkioParameters({ weight: 500 });
    expect(domain.getBlkioParameters()).toMatchObject({ weight: 500 });
    domain.setNumaParameters({ numa_mode: 0, numa_nodeset: '0' });
    expect(domain.getNumaParameters()).toMatchObject({ numa_mode: 0 });
    expect(domain.getSchedulerParameters()).toEqual({ weight: 50 });
    expect(() => domain.setMemoryParameters({ flavour: 3 })).toThrow(
      "give its type, as {type: 'ullong', value}",
    );
    expect(thrown(() => domain.setMemoryParameters({ hard_limit: 'much' }))).toBeInstanceOf(LibvirtError);
    expect(() => domain.setBlkioParameters({ weight: -1 })).toThrow(RangeError);
  });

  it('have snapshots in a tree and checkpoints', () => {
    const domain = connect.domainLookupByName('test');
    const first = domain.snapshotCreateXML('<domainsnapshot><name>first</name></domainsnapshot>');
    domain.snapshotCreateXML('<domainsnapshot><name>second</name></domainsnapshot>').free();
    expect(
      domain
        .listAllSnapshots()
        .map((s) => s.getName())
        .sort(),
    ).toEqual(['first', 'second']);
    expect(domain.snapshotNum()).toBe(2);
    expect(domain.snapshotListNames(5).sort()).toEqual(['first', 'second']);
    const [child] = first.listAllChildren();
    expect(child?.getParent().getName()).toBe('first');
    expect(child?.isCurrent()).toBe(true);
    expect(thrown(() => first.getParent())).toMatchObject({ codeName: 'VIR_ERR_NO_DOMAIN_SNAPSHOT' });
    first.revertToSnapshot();
    expect(domain.snapshotCurrent().getName()).toBe('first');
    expect(first.getDomain().getName()).toBe('test');
    first.delete(libvirt.virDomainSnapshotDeleteFlags.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN);
    expect(domain.hasCurrentSnapshot()).toBe(false);
    expect(domain.snapshotNum()).toBe(0);
    expect(domain.listAllCheckpoints()).toEqual([]);
  });

  it('borrow their connection with a reference of its own', () => {
    const domain = connect.domainLookupByName('test');
    const borrowed = domain.getConnect();
    domain.free();
    expect(borrowed.getURI()).toBe('test:///default');
    expect(borrowed.close()).toBe(1);
  });
});

describe('storage', () => {
  it('has pools and volumes', () => {
    const pool = connect.storagePoolLookupByName('default-pool');
    expect(pool.getInfo()).toMatchObject({ state: 2, capacity: 107374182400 });
    const xml = (name: string) => `<volume><name>${name}</name><capacity>${2 ** 30}</capacity></volume>`;
    const volume = pool.storageVolCreateXML(xml('one'));
    expect(volume.getInfo()).toMatchObject({ capacity: 2 ** 30 });
    const copy = pool.storageVolCreateXMLFrom(xml('two'), volume);
    expect(
      pool
        .listAllVolumes()
        .map((v) => v.getName())
        .sort(),
    ).toEqual(['one', 'two']);
    expect(pool.listVolumes(9).sort()).toEqual(['one', 'two']);
    expect(volume.storagePoolLookupByVolume().getName()).toBe('default-pool');
    expect(connect.storageVolLookupByPath(copy.getPath()).getKey()).toBe(copy.getKey());
    copy.delete();
    expect(pool.numOfVolumes()).toBe(1);
    expect(thrown(() => pool.storageVolLookupByName('two'))).toMatchObject({
      codeName: 'VIR_ERR_NO_STORAGE_VOL',
    });
  });

  it('takes pools from definition to removal', () => {
    const xml = "<pool type='dir'><name>p</name><target><path>/p</path></target></pool>";
    const pool = connect.storagePoolDefineXML(xml);
    pool.build();
    pool.create();
    expect([pool.isActive(), pool.isPersistent(), pool.getAutostart()]).toEqual([true, true, false]);
    pool.setAutostart(true);
    expect(pool.getAutostart()).toBe(true);
    pool.destroy();
    pool.undefine();
    expect(connect.listAllStoragePools().map((p) => p.getName())).toEqual(['default-pool']);
  });
});

describe('networks, interfaces, node devices, secrets', () => {
  it('have networks', () => {
    const xml =
      "<network><name>n</name><bridge name='br9'/><ip address='10.9.0.1' netmask='255.255.255.0'/></network>";
    const network = connect.networkDefineXML(xml);
    network.create();
    expect([network.isActive(), network.getBridgeName()]).toEqual([true, 'br9']);
    const { VIR_NETWORK_UPDATE_COMMAND_ADD_LAST } = libvirt.virNetworkUpdateCommand;
    const { VIR_NETWORK_SECTION_DNS_HOST } = libvirt.virNetworkUpdateSection;
    const host = "<host ip='10.9.0.5'><hostname>five</hostname></host>";
    network.update(VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_DNS_HOST, -1, host);
    expect(network.getXMLDesc()).toContain('<hostname>five</hostname>');
    expect(thrown(() => network.getDHCPLeases(null))).toMatchObject({ codeName: 'VIR_ERR_NO_SUPPORT' });
    network.destroy();
    network.undefine();
    expect(connect.listAllNetworks()).toHaveLength(1);
  });

  it('have interfaces and devices', () => {
    expect(connect.listAllInterfaces().map((i) => i.getMACString())).toEqual(['aa:bb:cc:dd:ee:ff']);
    const devices = connect.listAllNodeDevices();
    expect(devices.map((d) => d.getName())).toContain('computer');
    const scsi = connect.nodeDeviceLookupByName('scsi_host1');
    expect(scsi.getParent()).toBe('computer');
    expect(scsi.listCaps(scsi.numOfCaps())).toContain('scsi_host');
  });

  it('say what the hypervisor cannot do', () => {
    expect(thrown(() => connect.listAllSecrets())).toMatchObject({ codeName: 'VIR_ERR_NO_SUPPORT' });
    expect(thrown(() => connect.listAllNWFilters())).toMatchObject({ codeName: 'VIR_ERR_NO_SUPPORT' });
  });
});
