import { describe, expect, it } from 'vitest';
import { agentFacts, listedAddresses } from './agentFacts.ts';

describe('agentFacts', () => {
  it('reads what virDomainGetGuestInfo tells', () => {
    const facts = agentFacts(
      {
        hostname: 'web1',
        'os.pretty-name': 'Debian GNU/Linux 12',
        'os.kernel-release': '6.1.0',
        'timezone.name': 'CET',
        'timezone.offset': 3600,
        'user.count': 1,
        'user.0.name': 'anna',
        'user.0.login-time': 1_700_000_000_000n,
        'fs.count': 1,
        'fs.0.mountpoint': '/',
        'fs.0.fstype': 'ext4',
        'fs.0.name': 'vda1',
        'fs.0.total-bytes': 1000,
        'fs.0.used-bytes': 250,
        'fs.0.disk.count': 1,
        'fs.0.disk.0.alias': 'vda',
      },
      { guest: 5000, ours: 2000 },
    );
    expect(facts).toEqual({
      hostname: 'web1',
      os: { name: 'Debian GNU/Linux 12', kernel: '6.1.0', machine: '' },
      clock: { time: 5000, aheadMs: 3000 },
      timezone: { name: 'CET', offset: 3600 },
      users: [{ name: 'anna', domain: '', since: 1_700_000_000_000 }],
      filesystems: [
        { mountpoint: '/', type: 'ext4', device: 'vda1', total: 1000, used: 250, disks: ['vda'] },
      ],
    });
  });

  it('tells nothing that was not told, and bears a guest that lies', () => {
    expect(agentFacts({}, null)).toEqual({
      hostname: null,
      os: null,
      clock: null,
      timezone: null,
      users: null,
      filesystems: null,
    });
    const hostile = agentFacts(
      { hostname: 'x'.repeat(1e6), 'user.count': 2 ** 31, 'user.0.login-time': -5, 'fs.count': -1 },
      { guest: Number.MAX_VALUE, ours: 0 },
    );
    expect(hostile.hostname).toHaveLength(300);
    expect(hostile.users).toHaveLength(200);
    expect(hostile.users?.[0]).toEqual({ name: '', domain: '', since: null });
    expect(hostile.filesystems).toEqual([]);
    expect(hostile.clock).toBeNull();
  });
});

describe('listedAddresses', () => {
  it('leaves out what only the guest or its neighbours can use, and puts IPv4 first', () => {
    expect(
      listedAddresses(['fe80::1/64', '2001:db8::5/64', '10.0.0.4/24', '127.0.0.1/8', '10.0.0.4/24']),
    ).toEqual(['10.0.0.4', '2001:db8::5']);
    expect(listedAddresses(['', '::1/128'])).toEqual([]);
  });
});
