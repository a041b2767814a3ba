import { afterEach, describe, expect, it } from 'vitest';
import { functions } from './functions.ts';
import { native } from './native.ts';
import { isLocal, onCall } from './observer.ts';

afterEach(() => onCall(null));

describe('the observer', () => {
  it('is told the name and the duration of each call, until it is removed', () => {
    const calls: [string, number][] = [];
    onCall((name, ms) => calls.push([name, ms]));
    native.virGetLastErrorCode();
    onCall(null);
    native.virGetLastErrorCode();
    expect(calls.map(([name]) => name)).toEqual(['virGetLastErrorCode']);
    expect(calls[0]?.[1]).toBeGreaterThanOrEqual(0);
  });
});

describe('isLocal', () => {
  it('tells what costs no round trip', () => {
    const local =
      'virDomainGetName virDomainGetUUIDString virDomainGetID virDomainFree virConnectRef virStreamRecv';
    for (const name of local.split(' ')) expect(isLocal(name), name).toBe(true);
    const remote =
      'virDomainGetXMLDesc virConnectListAllDomains virDomainGetInfo virConnectOpen virConnectGetHostname';
    for (const name of remote.split(' ')) expect(isLocal(name), name).toBe(false);
  });

  it('holds for a minority', () => {
    const local = [...functions.keys()].filter(isLocal);
    expect(local.length).toBeGreaterThan(60);
    expect(local.length).toBeLessThan(140);
  });
});
