import { describe, expect, it } from 'vitest';
import { isLocal, placeName, placeOf, withoutUser } from './uri.ts';

describe('placeOf', () => {
  it.each([
    ['qemu:///system', true, 'this machine'],
    ['qemu:///session', true, 'this machine (user session)'],
    ['qemu+unix:///system?socket=/x', true, 'this machine'],
    ['test:///default', true, 'demo host'],
    ['qemu+ssh://lab2/system', false, 'lab2'],
    ['qemu+tcp:///system', false, 'this machine'],
    ['rubbish', false, 'rubbish'],
  ])('%s is local: %s, called %s', (uri, local, name) => {
    const place = placeOf({ uri });
    expect(place !== null && isLocal(place)).toBe(local);
    expect(placeName(uri)).toBe(name);
  });

  it('goes by what the host says where the user has written an alias of libvirt.conf', () => {
    expect(placeOf({ uri: 'lab', host: null })).toBeNull();
    expect(placeOf({ uri: 'lab', host: { uri: 'qemu+tls://hv1/system' } })).toMatchObject({ host: 'hv1' });
  });
});

it('leaves the user out of a URI for a log', () => {
  expect(withoutUser('qemu+ssh://root@hv1/system')).toBe('qemu+ssh://hv1/system');
});
