import { describe, expect, it } from 'vitest';
import { Domain } from '../../../../../model/index.ts';
import { addThread, removeThread, threadElement, threadIds, threadUsers } from './threads.ts';

const domain = (inside = '') => Domain.parse(`<domain type="qemu">${inside}</domain>`);

describe('I/O threads', () => {
  it('are counted, and not named, where their numbers follow each other', () => {
    const machine = domain();
    expect([addThread(machine), addThread(machine)]).toEqual([1, 2]);
    expect(machine.toXml()).not.toContain('iothreadids');
    removeThread(machine, 2);
    expect([machine.iothreads, machine.iothreadIds.length]).toEqual([1, 0]);
    removeThread(machine, 1);
    expect(machine.toXml()).not.toContain('iothread');
  });

  it('keep their numbers when one in the middle goes, with its pin', () => {
    const machine = domain(
      '<iothreads>3</iothreads><cputune><iothreadpin iothread="2" cpuset="0"/></cputune>',
    );
    removeThread(machine, 2);
    expect(threadIds(machine)).toEqual([1, 3]);
    expect(machine.iothreadIds.map((one) => one.id)).toEqual([1, 3]);
    expect(machine.cpuTune.iothreadPins.length).toBe(0);
    expect(addThread(machine)).toBe(2);
    expect(threadIds(machine)).toEqual([1, 2, 3]);
  });

  it('have an element for their settings', () => {
    const machine = domain('<iothreads>2</iothreads>');
    threadElement(machine, 2).pollMax = 1000;
    expect(machine.iothreadIds.map(({ id, pollMax }) => [id, pollMax])).toEqual([
      [1, null],
      [2, 1000],
    ]);
  });

  it('know who uses them', () => {
    const machine = domain(`<iothreads>2</iothreads><devices>
      <disk type="file"><driver iothread="1"/><target dev="vda"/></disk>
      <controller type="scsi" index="0"><driver iothread="1"/></controller></devices>`);
    expect(threadUsers(machine, 1)).toEqual(['disk vda', 'scsi controller 0']);
    expect(threadUsers(machine, 2)).toEqual([]);
  });
});
