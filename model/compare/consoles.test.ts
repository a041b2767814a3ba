import { describe, expect, it } from 'vitest';
import { Domain } from '../domain/domain.ts';
import { applyChanges, compare } from './compare.ts';

const keysOf = (a: Domain, b: Domain) => compare(a, b).map(({ key }) => key);

const MACHINE = `<domain type='qemu'><devices>
  <serial type='unix'><source mode='bind' path='/tmp/a'/><target port='0'/></serial>
  <console type='unix'><source mode='bind' path='/tmp/a'/><target type='serial' port='0'/></console>
  <console type='pty'><target type='virtio' port='1'/></console>
  <graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1' passwd='first'>
    <listen type='address' address='127.0.0.1'/>
  </graphics>
</devices></domain>`;

describe('consoles in comparisons', () => {
  it('does not count the first console, which is the first serial port under another name', () => {
    const after = Domain.parse(MACHINE);
    const serial = after.serials.at(0);
    Object.assign(serial ?? {}, { type: 'tcp', protocol: 'raw' });
    const twin = Domain.parse(after.toXml());
    Object.assign(twin.consoles.at(0) ?? {}, { type: 'tcp', protocol: 'raw', logFile: '/tmp/log' });
    expect(keysOf(after, twin)).toEqual([]);
    expect(keysOf(Domain.parse(MACHINE), after)).toEqual(['serials[0]/type', 'serials[0]/protocol']);
  });

  it('counts consoles of their own', () => {
    const after = Domain.parse(MACHINE);
    Object.assign(after.consoles.at(1) ?? {}, { logFile: '/tmp/log' });
    expect(keysOf(Domain.parse(MACHINE), after)).toEqual(['consoles[1]/logFile']);
  });
});

describe('displays in comparisons', () => {
  it('drops the second writing of an address that has changed', () => {
    const before = Domain.parse(MACHINE);
    const after = Domain.parse(MACHINE);
    Object.assign(after.graphics.at(0)?.listens.at(0) ?? {}, { address: '0.0.0.0' });
    applyChanges(before, after, new Set(keysOf(before, after)));
    expect(before.graphics.at(0)?.listenAddress).toBeNull();
    expect(before.graphics.at(0)?.listens.at(0)?.address).toBe('0.0.0.0');
  });

  it('notices that it listens elsewhere, and has a password while it runs', () => {
    const after = Domain.parse(MACHINE);
    const display = after.graphics.at(0);
    Object.assign(display?.listens.at(0) ?? {}, { type: 'socket', address: null });
    expect(keysOf(Domain.parse(MACHINE), after)).toEqual([
      'graphics[vnc]/listens[1]/type',
      'graphics[vnc]/listens[1]/address',
    ]);
    const live = Domain.parse(
      MACHINE.replace("type='qemu'", "type='qemu' id='3'").replace(" passwd='first'", ''),
    );
    expect(keysOf(live, Domain.parse(MACHINE))).toEqual(['graphics[vnc]/password']);
  });

  it('replaces passwords at once, and asks for the first one at the next start', () => {
    const [before, after] = [Domain.parse(MACHINE), Domain.parse(MACHINE)];
    const effects = () => compare(before, after).map(({ effect }) => effect);
    Object.assign(after.graphics.at(0) ?? {}, { password: 'second' });
    expect(effects()).toEqual(['now']);
    Object.assign(before.graphics.at(0) ?? {}, { password: null });
    expect(effects()).toEqual(['next-boot']);
  });

  it('never writes passwords into words', () => {
    const after = Domain.parse(MACHINE);
    const texts = (password: string | null) => {
      Object.assign(after.graphics.at(0) ?? {}, { password });
      return compare(Domain.parse(MACHINE), after).map(({ text }) => text);
    };
    expect(texts('second')).toEqual(['display vnc: password set -> another one']);
    expect(texts(null)).toEqual(['display vnc: password set -> not set']);
    expect(texts('first')).toEqual([]);
  });
});
