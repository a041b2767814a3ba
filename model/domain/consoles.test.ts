import { describe, expect, it } from 'vitest';
import { addSerialPort, freePort, isSerialConsole, removeSerialPort } from './consoles.ts';
import { Domain } from './domain.ts';

const empty = () => Domain.parse("<domain type='qemu'><devices/></domain>");

describe('serial ports and their console', () => {
  it('come together, and go together with the last port', () => {
    const domain = empty();
    const first = addSerialPort(domain, 'isa-serial');
    const second = addSerialPort(domain, null);
    expect(domain.serials.map(({ port }) => port)).toEqual([0, 1]);
    expect(domain.consoles.map(({ targetType, port }) => [targetType, port])).toEqual([['serial', 0]]);
    expect(domain.consoles.map(isSerialConsole)).toEqual([true]);
    removeSerialPort(domain, first);
    expect(domain.consoles.length).toBe(1);
    removeSerialPort(domain, second);
    expect([domain.serials.length, domain.consoles.length]).toEqual([0, 0]);
  });

  it('leave consoles of their own alone', () => {
    const domain = empty();
    domain.addDevice('console', { type: 'pty', targetType: 'virtio', port: 0 });
    const port = addSerialPort(domain, 'isa-serial');
    expect(domain.consoles.map(isSerialConsole)).toEqual([false]);
    removeSerialPort(domain, port);
    expect(domain.consoles.length).toBe(1);
  });

  it('takes the first free number', () => {
    expect(freePort([{ port: 0 }, { port: 2 }, { port: null }])).toBe(1);
  });
});
