import { closeSync, readSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import * as libvirt from '../../main/libvirt/typed/index.ts';
import { freeHeld, hold } from '../integration/helpers/held.ts';
import { guestXml, labPassword } from './index.ts';
import { describeLab } from './vitest.ts';

const { Connect, eventLoop, LibvirtError } = libvirt;

/** Runs libvirt's event loop for a while, or until something is so. */
function loop(milliseconds: number, until: () => boolean = () => false): void {
  let over = false;
  const deadline = eventLoop.addTimeout(milliseconds, () => {
    over = true;
  });
  while (!over && !until()) eventLoop.runDefaultImpl();
  deadline.remove();
}

/** The error of a call. */
function refusal(call: () => unknown): libvirt.LibvirtError {
  try {
    call();
  } catch (error) {
    if (error instanceof LibvirtError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describeLab('the binding over a real libvirtd', { hosts: 1 }, (lab) => {
  let connect: libvirt.Connect;
  let guest: libvirt.Domain;

  beforeAll(async () => {
    eventLoop.registerDefaultImpl();
    const host = lab().host('hv1');
    await host.define(
      guestXml({ name: 'g', vcpus: 2, disks: [{ path: await host.bootDisk('g') }], networks: ['default'] }),
    );
    connect = Connect.open(host.uri.unix);
    guest = connect.domainLookupByName('g');
    guest.create();
  });

  afterAll(() => {
    guest.free();
    connect.close();
  });

  afterEach(freeHeld);

  it('gets host facts', () => {
    expect(connect.getType()).toBe('QEMU');
    expect(connect.getDomainCapabilities(null, null, null, 'qemu')).toContain('<domainCapabilities>');
    expect(connect.nodeGetMemoryStats(-1).total).toBeGreaterThan(1000);
    expect(connect.nodeGetFreePages([4], 0, 1)[0]?.free[4]).toBeGreaterThan(0);
    expect(connect.nodeGetSecurityModel()).toHaveProperty('model');
    expect(connect.getMaxVcpus('qemu')).toBeGreaterThan(0);
    expect(connect.getStoragePoolCapabilities()).toContain('<storagepoolCapabilities>');
    expect(
      connect
        .listAllNWFilters()
        .map(hold)
        .map((f) => f.getName()),
    ).toBeInstanceOf(Array);
    expect(connect.setKeepAlive(5, 3)).toBe(0);
    expect(connect.isEncrypted()).toBe(false);
  });

  it('reads statistics that virsh agrees with', async () => {
    const reader = new libvirt.DomainStatsReader();
    const [stats] = reader.readObjects(connect);
    const text = await lab().host('hv1').virsh(['domstats', 'g']);
    const names = [...text.matchAll(/^ {2}([\w.-]+)=/gm)].map(([, name]) => name);
    expect(stats?.uuid).toBe(guest.getUUIDString());
    expect(Object.keys(stats?.params ?? {}).sort()).toEqual(names.sort());
    expect(names.length).toBeGreaterThan(40);
    expect(stats?.params).toMatchObject({ 'block.0.name': 'vda', 'vcpu.maximum': 2, 'net.count': 1 });
    const before = reader.shapes.length;
    for (let tick = 0; tick < 5; tick++) reader.read(connect);
    expect(reader.shapes.length).toBe(before);
    expect(guest.blockStats('vda')).toHaveProperty('rd_bytes');
    expect(guest.blockStatsFlags('vda')).toHaveProperty('rd_bytes');
    expect(guest.getBlockInfo('vda').capacity).toBeGreaterThan(2 ** 20);
  });

  it('moves a volume up and down, whole and in part', () => {
    const pool = hold(connect.storagePoolLookupByName('default'));
    const size = 3 * 2 ** 20 + 17;
    const bytes = Buffer.alloc(size, 'virtdeck ');
    const volume = hold(
      pool.storageVolCreateXML(`<volume><name>up.raw</name><capacity>${size}</capacity></volume>`),
    );
    const up = hold(connect.streamNew());
    volume.upload(up, 0, size);
    let sent = 0;
    up.sendAll((most) => {
      const chunk = bytes.subarray(sent, sent + most);
      sent += chunk.length;
      return chunk;
    });
    up.finish();
    const chunks: Uint8Array[] = [];
    const down = hold(connect.streamNew());
    volume.download(down, 0, 0);
    down.recvAll((data) => chunks.push(data));
    down.finish();
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
    const part = hold(connect.streamNew());
    volume.download(part, 9, 8);
    const buffer = new Uint8Array(100);
    expect(part.recv(buffer)).toBe(8);
    expect(Buffer.from(buffer.subarray(0, 8)).toString()).toBe('virtdeck');
    part.abort();
    volume.delete();
  });

  it('moves a volume with holes', () => {
    const pool = hold(connect.storagePoolLookupByName('default'));
    const mega = 2 ** 20;
    const volume = hold(
      pool.storageVolCreateXML(
        `<volume><name>sp.raw</name><capacity>${8 * mega}</capacity><allocation>0</allocation></volume>`,
      ),
    );
    const sections = [
      { data: true, length: mega },
      { data: false, length: 6 * mega },
      { data: true, length: mega },
    ];
    let left = 0;
    const up = hold(connect.streamNew());
    volume.upload(up, 0, 0, libvirt.virStorageVolUploadFlags.VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM);
    const current = () => sections[0] ?? { data: false, length: 0 };
    const advance = (by: number) => {
      current().length -= by;
      if (current().length === 0) sections.shift();
    };
    up.sparseSendAll({
      section: () => ({ ...current() }),
      skip: advance,
      read: (most) => {
        const chunk = Buffer.alloc(Math.min(most, current().data ? current().length : 0), 7);
        left += chunk.length;
        if (chunk.length > 0) advance(chunk.length);
        return chunk;
      },
    });
    up.finish();
    expect(left).toBe(2 * mega);
    let data = 0;
    let holes = 0;
    const down = hold(connect.streamNew());
    volume.download(down, 0, 0, libvirt.virStorageVolDownloadFlags.VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
    down.sparseRecvAll(
      (chunk) => {
        data += chunk.length;
      },
      (length) => {
        holes += length;
      },
    );
    down.finish();
    expect([data, holes]).toEqual([2 * mega, 6 * mega]);
    volume.delete();
  });

  it('talks over the console of a guest, by events', () => {
    const stream = hold(connect.streamNew(libvirt.virStreamFlags.VIR_STREAM_NONBLOCK));
    guest.openConsole(null, stream, libvirt.virDomainConsoleFlags.VIR_DOMAIN_CONSOLE_FORCE);
    expect(stream.recv(new Uint8Array(10))).toBeNull();
    let text = '';
    stream.eventAddCallback(libvirt.virStreamEventType.VIR_STREAM_EVENT_READABLE, () => {
      const buffer = new Uint8Array(4096);
      const count = stream.recv(buffer);
      if (count) text += Buffer.from(buffer.subarray(0, count)).toString();
    });
    const tick = eventLoop.addTimeout(1000, () => stream.send(Buffer.from('echo answer-$((6*7))\n')));
    loop(60_000, () => text.includes('answer-'));
    tick.remove();
    expect(text).toContain('answer-');
    stream.eventRemoveCallback();
    stream.abort();
  });

  it('passes file descriptors', () => {
    const fd = guest.openGraphicsFD(0, 0);
    const banner = Buffer.alloc(12);
    let count = 0;
    for (let attempt = 0; attempt < 200 && count < 12; attempt++) {
      try {
        count += readSync(fd, banner, count, 12 - count, null);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      }
    }
    closeSync(fd);
    expect(banner.toString()).toMatch(/^RFB 003\.\d+\n$/);
  });

  it('delivers events of real guests with their details', () => {
    const seen: [string, unknown][] = [];
    const kinds = [
      'lifecycle',
      'metadataChange',
      'balloonChange',
      'deviceAdded',
      'deviceRemoved',
      'jobCompleted',
      'agentLifecycle',
      'graphics',
    ] as const;
    const subscriptions = kinds.map((kind) =>
      connect.domainEventRegisterAny(kind, (event) => seen.push([kind, event])),
    );
    const monitor = connect.domainQemuMonitorEventRegister(null, ({ event, domain }) =>
      seen.push(['qemu', [event, domain.name]]),
    );
    guest.setMetadata(
      libvirt.virDomainMetadataType.VIR_DOMAIN_METADATA_ELEMENT,
      '<a xmlns="urn:v"/>',
      'v',
      'urn:v',
      1,
    );
    guest.suspend();
    guest.managedSave();
    loop(10_000, () => seen.some(([kind]) => kind === 'jobCompleted'));
    guest.create();
    guest.resume();
    loop(2000, () => seen.some(([, e]) => JSON.stringify(e).includes('RESUME')));
    const of = (kind: string) => seen.filter(([name]) => name === kind).map(([, event]) => event);
    expect(of('metadataChange')).toEqual([
      { type: 2, nsuri: 'urn:v', domain: expect.objectContaining({ name: 'g' }) },
    ]);
    expect(of('lifecycle')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ event: libvirt.virDomainEventType.VIR_DOMAIN_EVENT_STOPPED }),
      ]),
    );
    expect(of('jobCompleted')[0]).toMatchObject({
      params: { operation: expect.any(Number), time_elapsed: expect.anything() },
    });
    expect(of('qemu')).toContainEqual(['STOP', 'g']);
    for (const subscription of subscriptions) subscription.cancel();
    monitor.cancel();
  });

  it('runs jobs on blocks, snapshots and checkpoints', () => {
    expect(guest.getBlockJobInfo('vda')).toBeNull();
    expect(guest.getJobStats().type).toBe(0);
    expect(guest.getJobInfo().type).toBe(0);
    guest.setBlockIoTune('vda', { total_iops_sec: 5000n, group_name: 'slow' });
    expect(guest.getBlockIoTune('vda')).toMatchObject({ total_iops_sec: 5000, group_name: 'slow' });
    const snapshot = hold(guest.snapshotCreateXML('<domainsnapshot><name>s1</name></domainsnapshot>'));
    expect(
      guest
        .listAllSnapshots()
        .map(hold)
        .map((s) => s.getName()),
    ).toEqual(['s1']);
    snapshot.delete();
    const checkpoint = hold(
      guest.checkpointCreateXML('<domaincheckpoint><name>c1</name></domaincheckpoint>'),
    );
    expect(checkpoint.getXMLDesc()).toContain('<name>c1</name>');
    checkpoint.delete();
    expect(guest.getIOThreadInfo()).toEqual([]);
    expect(guest.getSecurityLabelList()).toBeInstanceOf(Array);
    expect(refusal(() => guest.getGuestInfo(0)).message).toContain('agent');
    expect(JSON.parse(guest.qemuMonitorCommand('{"execute":"query-status"}') ?? '')).toHaveProperty(
      'return.status',
    );
  });

  it('keeps secrets, and tells of them', () => {
    const seen: unknown[] = [];
    connect.secretEventRegisterAny('lifecycle', ({ event, secret }) => seen.push([event, secret.usageID]));
    connect.secretEventRegisterAny('valueChanged', ({ secret }) => seen.push(['value', secret.usageID]));
    const xml =
      "<secret ephemeral='no' private='no'><usage type='volume'><volume>/v</volume></usage></secret>";
    const secret = hold(connect.secretDefineXML(xml));
    const value = Uint8Array.of(0, 1, 2, 255, 0, 7);
    secret.setValue(value);
    expect(secret.getValue()).toEqual(value);
    expect(secret.getUsageType()).toBe(libvirt.virSecretUsageType.VIR_SECRET_USAGE_TYPE_VOLUME);
    secret.undefine();
    loop(2000, () => seen.length === 3);
    expect(seen).toEqual([
      [0, '/v'],
      ['value', '/v'],
      [1, '/v'],
    ]);
  });

  it('sees leases', () => {
    const network = hold(connect.networkLookupByName('default'));
    expect(network.getDHCPLeases(null)).toBeInstanceOf(Array);
    expect(
      guest.interfaceAddresses(
        libvirt.virDomainInterfaceAddressesSource.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE,
      ),
    ).toBeInstanceOf(Array);
    expect(network.listAllPorts().map(hold)[0]?.getXMLDesc()).toContain('<networkport>');
  });

  it('asks for the credentials of SASL', () => {
    const { tcp } = lab().host('hv1').uri;
    const answer = (password: string | null) => (prompts: readonly libvirt.CredentialPrompt[]) =>
      prompts.map(({ type }) =>
        type === libvirt.virConnectCredentialType.VIR_CRED_PASSPHRASE ? password : 'operator',
      );
    const opened = hold(Connect.openAuth(tcp, answer(labPassword)));
    expect(opened.getHostname()).toBe('hv1');
    expect(refusal(() => Connect.openAuth(tcp, answer('wrong'))).code).toBe(45);
    expect(refusal(() => Connect.openAuth(tcp, () => null)).code).toBe(45);
  });

  it('refuses changes over a connection for reading', () => {
    const readOnly = hold(Connect.openReadOnly(lab().host('hv1').uri.unixRo));
    const domain = hold(readOnly.domainLookupByName('g'));
    expect(refusal(() => domain.destroy()).codeName).toBe('VIR_ERR_OPERATION_DENIED');
    expect(domain.getInfo().nrVirtCpu).toBe(2);
  });

  it('is told once when the connection is lost, and can still let go of it', async () => {
    const host = lab().host('hv1');
    const other = Connect.open(host.uri.unix);
    const reasons: number[] = [];
    other.registerCloseCallback((reason) => reasons.push(reason));
    expect(refusal(() => other.registerCloseCallback(() => {})).message).toContain('already registered');
    other.domainEventRegisterAny('lifecycle', () => {});
    const domain = other.domainLookupByName('g');
    await host.exec('kill -KILL $(cat /run/libvirtd.pid)');
    loop(10_000, () => reasons.length > 0);
    loop(200);
    expect(reasons).toEqual([libvirt.virConnectCloseReason.VIR_CONNECT_CLOSE_REASON_EOF]);
    expect(refusal(() => domain.getXMLDesc())).toMatchObject({ domainName: 'VIR_FROM_RPC' });
    expect(other.isAlive()).toBe(false);
    domain.free();
    expect(other.close()).toBe(0);
  });

  it('holds nothing in the end but what the suite holds', () => {
    expect(libvirt.liveHandles()).toEqual({ virConnect: 1, virDomain: 1 });
  });
});
