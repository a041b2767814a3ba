import { describe, expect, it } from 'vitest';
import { addInterface, Domain } from '../../../../../../model/index.ts';
import {
  changeConnection,
  connectionOf,
  connectionOptions,
  macProblem,
  missingConnection,
  pciAddress,
} from './connections.ts';

const machine = (type = 'qemu') => Domain.parse(`<domain type='${type}'><devices/></domain>`);

describe('connections of network cards', () => {
  it('leave nothing of the old connection behind', () => {
    const card = addInterface(machine(), { type: 'user', mac: '52:54:00:00:00:01' });
    Object.assign(card, { backend: 'passt', backendLogFile: '/tmp/log' });
    card.portForwards.add({ protocol: 'tcp' });
    expect(connectionOf(card)).toBe('User mode with passt');
    changeConnection(card, 'direct');
    card.type = 'direct';
    expect([card.backend, card.backendLogFile, card.portForwards.length]).toEqual([null, null, 0]);
    expect(card.source.mode).toBe('bridge');
    expect(missingConnection(card)).toBe('No card of the host is chosen.');
    card.source.dev = 'eth0';
    expect(missingConnection(card)).toBeNull();
  });

  it('start with what libvirt cannot do without', () => {
    for (const type of ['server', 'client', 'mcast', 'udp', 'null', 'ethernet', 'user']) {
      const card = addInterface(machine(), { type });
      changeConnection(card, type);
      expect([type, missingConnection(card)]).toEqual([type, null]);
    }
  });

  it('say why a hypervisor or its libvirt has no such connection', () => {
    const reason = (type: string, libvirt: number | null, value: string) =>
      connectionOptions(machine(type), libvirt).find((one) => one.value === value)?.reason;
    expect(reason('lxc', null, 'user')).toBe('not with this hypervisor');
    expect(reason('qemu', 8006, 'null')).toBe('needs libvirt 8.7');
    expect(reason('qemu', 9000, 'null')).toBeNull();
  });

  it('check addresses', () => {
    expect(macProblem('52:54:00:0A:00:01', ['52:54:00:0a:00:01'])).toContain('Another card');
    expect(macProblem('53:54:00:00:00:01', [])).toContain('group');
    expect(macProblem('52-54-00-00-00-01', [])).toContain('pairs');
    expect(pciAddress('0000:03:10.1')).toEqual({ domain: 0, bus: 3, slot: 16, function: 1 });
    expect(pciAddress('0000:03:20.1')).toBeNull();
  });
});
