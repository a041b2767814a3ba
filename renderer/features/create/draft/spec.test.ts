import { describe, expect, it } from 'vitest';
import { MachineSpec } from '../../../../contract/index.ts';
import { defaults, draftWith, facts, known, offer, pool } from '../../../../test/fixtures/wizardHost.ts';
import { Draft, emptyDraft, newCard, newCloudUser, newDisk } from './draft.ts';
import type { DiskDraft } from './parts.ts';
import { problemsOf, STEPS } from './problems.ts';
import { GIB } from './questions.ts';
import { resourceWarnings } from './resourceProblems.ts';
import { toSpec } from './spec.ts';
import { suggestName } from './suggestName.ts';
import { summaryOf } from './summary.ts';

const volume = (name: string) => ({ ...emptyDraft().iso.media, pool: 'images', volume: name });
const path = (text: string) => ({ ...emptyDraft().iso.media, kind: 'path' as const, path: text });

/** A complete draft for every method. */
const COMPLETE: Readonly<Record<Draft['how']['method'], Draft>> = {
  iso: draftWith('iso', { iso: { ...emptyDraft().iso, media: volume('debian.iso') } }),
  pxe: draftWith('pxe', { pxe: { order: 'two-phase' } }),
  kernel: draftWith('kernel', {
    kernel: { ...emptyDraft().kernel, kernel: path('/boot/vmlinuz'), initrd: path('/boot/initrd') },
  }),
  import: draftWith('import', { importing: { disk: path('/srv/old.qcow2') } }),
  tree: draftWith('tree', { tree: { location: ' http://deb/dists/ ', arguments: ' console=ttyS0 ' } }),
  cloud: draftWith('cloud', { cloud: { ...emptyDraft().cloud, image: volume('cloud.qcow2') } }),
  empty: draftWith('empty'),
  'os-container': draftWith('os-container', { osContainer: { root: '/srv/rootfs', init: '/sbin/init' } }),
  'app-container': draftWith('app-container', { appContainer: { init: '/bin/sh', arguments: '-c\nuptime' } }),
};
const all = Object.values(COMPLETE).map((draft) => [draft.how.method, draft] as const);

describe('every method', () => {
  it.each(all)('%s: a complete draft has no problems, and main accepts it', (_, draft) => {
    for (const step of STEPS) expect(problemsOf(step, draft, known())).toEqual({});
    const spec = toSpec(draft, known());
    expect(spec).not.toBeNull();
    expect(MachineSpec.safeParse(spec).error).toBeUndefined();
    expect(spec?.install.method).toBe(draft.how.method);
  });

  it.each(all)('%s: is told in words', (method, draft) => {
    const spec = toSpec(draft, known());
    const lines = summaryOf(spec!, { host: 'lab', system: 'Debian 12', defaults: defaults() });
    expect(lines.find(({ label }) => label === 'Method')?.value).not.toBe('');
    const disks = lines.find(({ label }) => label === 'Disks')?.value;
    if (method.endsWith('container')) expect(disks).toBe('');
    else expect(disks).not.toBe('');
  });

  it('takes the recommended sizes until others are typed', () => {
    expect(toSpec(COMPLETE.iso, known())).toMatchObject({
      memoryMiB: 2048,
      vcpus: 2,
      disks: [{ kind: 'new', pool: 'images', capacity: 20 * GIB, format: 'qcow2' }],
      cards: [{ kind: 'network', name: 'default' }],
      platform: {},
    });
    const resources = { ...emptyDraft().resources, vcpus: 3, disks: [newDisk({ sizeGiB: 1.5 })] };
    expect(toSpec({ ...COMPLETE.iso, resources }, known())).toMatchObject({
      vcpus: 3,
      disks: [{ capacity: 1.5 * GIB }],
    });
  });

  it('waits for the host, and for a name', () => {
    expect(toSpec(COMPLETE.iso, known({ defaults: null }))).toBeNull();
    expect(toSpec(COMPLETE.iso, known({ offer: null }))).toBeNull();
    expect(toSpec({ ...COMPLETE.iso, review: emptyDraft().review }, known())).toBeNull();
  });
});

describe('what other answers make void', () => {
  it('is kept and not sent', () => {
    const draft = { ...COMPLETE.kernel, cloud: COMPLETE.cloud.cloud };
    expect(toSpec(draft, known())?.install).toMatchObject({ method: 'kernel', media: null });
    expect(toSpec({ ...draft, how: COMPLETE.cloud.how }, known())?.install).toMatchObject({
      method: 'cloud',
    });
  });

  it('an import and a cloud image bring the first disk themselves', () => {
    expect(toSpec(COMPLETE.import, known())?.disks).toEqual([]);
    expect(toSpec(COMPLETE.cloud, known())?.disks).toEqual([]);
    expect(toSpec(COMPLETE['os-container'], known())?.disks).toEqual([]);
  });

  it('drivers are for Windows only', () => {
    const draft = {
      ...COMPLETE.iso,
      iso: { ...COMPLETE.iso.iso, withDrivers: true, drivers: volume('virtio-win.iso') },
    };
    expect(toSpec(draft, known())?.install).toMatchObject({ driversMedia: null });
    expect(toSpec(draft, known({ facts: facts({ windows: true }) }))?.install).toMatchObject({
      driversMedia: { kind: 'volume', pool: 'images', volume: 'virtio-win.iso' },
    });
  });

  it('a pool of block devices gets raw volumes', () => {
    const thin = known({ offer: offer({ pools: [pool('vg', { type: 'logical' })], defaultPool: 'vg' }) });
    expect(toSpec(COMPLETE.empty, thin)?.disks).toMatchObject([{ pool: 'vg', format: 'raw' }]);
  });
});

describe('cloud-init', () => {
  const init = emptyDraft().cloud.init;
  const send = (change: Partial<typeof init>) => {
    const draft = { ...COMPLETE.cloud, cloud: { ...COMPLETE.cloud.cloud, init: { ...init, ...change } } };
    return { spec: toSpec(draft, known()), problems: problemsOf('media', draft, known()) };
  };

  it('sends the form', () => {
    const { spec, problems } = send({
      hostname: ' web ',
      users: [
        newCloudUser({ name: 'ada', sshKeys: 'ssh-ed25519 AAAA\n\nssh-rsa BBBB', password: 'x' }),
        newCloudUser(),
      ],
      network: 'static',
      addresses: '192.0.2.10/24, 2001:db8::1/64',
      nameservers: '192.0.2.1 192.0.2.2',
      packages: 'nginx\ncurl, git',
      commands: 'touch /a\n\ntouch "/b c"',
    });
    expect(problems).toEqual({});
    expect(spec?.install).toMatchObject({
      cloudInit: {
        kind: 'form',
        hostname: 'web',
        users: [{ name: 'ada', sshKeys: ['ssh-ed25519 AAAA', 'ssh-rsa BBBB'], password: 'x', sudo: true }],
        network: {
          kind: 'static',
          addresses: ['192.0.2.10/24', '2001:db8::1/64'],
          nameservers: ['192.0.2.1', '192.0.2.2'],
        },
        packages: ['nginx', 'curl', 'git'],
        commands: ['touch /a', 'touch "/b c"'],
      },
    });
  });

  it('sends documents as they are', () => {
    const { spec } = send({ kind: 'raw', userData: '#cloud-config\nhostname: x\n' });
    expect(spec?.install).toMatchObject({
      cloudInit: { kind: 'raw', userData: '#cloud-config\nhostname: x\n' },
    });
  });

  it.each<[string, Partial<typeof init>, RegExp]>([
    ['a user without a name', { users: [newCloudUser({ password: 'x' })] }, /^user/],
    ['a name that useradd refuses', { users: [newCloudUser({ name: 'Ada L' })] }, /^user/],
    ['something that is no key', { users: [newCloudUser({ name: 'ada', sshKeys: 'AAAA' })] }, /^keys/],
    ['no address', { network: 'static' }, /^addresses$/],
    ['an address without prefix', { network: 'static', addresses: '192.0.2.1' }, /^addresses$/],
    ['no user-data', { kind: 'raw', userData: ' ' }, /^userData$/],
  ])('finds %s', (_, change, field) => {
    expect(Object.keys(send(change).problems)).toEqual([expect.stringMatching(field)]);
  });
});

describe('problems', () => {
  it.each<[string, Draft, string]>([
    ['how', draftWith('iso', { how: { ...COMPLETE.iso.how, connection: null } }), 'connection'],
    ['how', draftWith('os-container'), 'method'],
    ['media', draftWith('iso'), 'media'],
    ['media', draftWith('iso', { iso: { ...emptyDraft().iso, media: path('a.iso') } }), 'media'],
    ['media', draftWith('pxe', { cards: [] }), 'card'],
    ['media', draftWith('tree', { tree: { location: 'deb.debian.org', arguments: '' } }), 'location'],
    ['media', draftWith('os-container'), 'root'],
    ['resources', draftWith('empty', { resources: { ...emptyDraft().resources, vcpus: 99 } }), 'vcpus'],
    [
      'resources',
      draftWith('empty', { resources: { ...emptyDraft().resources, memoryMiB: Number.NaN } }),
      'memory',
    ],
    ...[0, 1e-10, Number.NaN, 1e12].map((sizeGiB): [string, Draft, string] => [
      'resources',
      draftWith('empty', { resources: { ...emptyDraft().resources, disks: [newDisk({ sizeGiB })] } }),
      'size',
    ]),
    [
      'resources',
      draftWith('empty', { resources: { ...emptyDraft().resources, memoryMiB: 1e15 } }),
      'memory',
    ],
    [
      'media',
      draftWith('tree', { tree: { location: 'http://deb/', arguments: 'a'.repeat(5000) } }),
      'arguments',
    ],
    ['network', draftWith('empty', { cards: [newCard({ kind: 'bridge', bridge: ' ' })] }), 'card'],
    ['network', draftWith('empty', { cards: [newCard({ network: 'gone' })] }), 'card'],
    ['network', draftWith('empty', { cards: [newCard({ network: 'default', mac: '52:54' })] }), 'card'],
    [
      'network',
      draftWith('empty', { cards: [newCard({ network: 'default', mac: '53:54:00:12:34:56' })] }),
      'card',
    ],
    ['review', draftWith('empty', { review: emptyDraft().review }), 'name'],
  ])('%s: %#', (step, draft, field) => {
    const strict = known({
      offer: offer({
        methods: offer().methods.map((one) =>
          one.method === 'os-container' ? { ...one, refusal: 'No.' } : one,
        ),
      }),
    });
    const found = problemsOf(STEPS.find((one) => one === step)!, draft, strict);
    expect(Object.keys(found)).toEqual([expect.stringContaining(field)]);
  });

  it('finds the same volume twice', () => {
    const disks = [1, 2].map(() => newDisk({ kind: 'existing', existingPool: 'a', existingVolume: 'x' }));
    const found = problemsOf(
      'resources',
      draftWith('empty', { resources: { ...emptyDraft().resources, disks } }),
      known(),
    );
    expect(Object.values(found)).toEqual(['This volume is in the list already.']);
  });
});

it('warns of what does not fit into its pool, all new disks of it together', () => {
  const warned = (method: 'iso' | 'cloud', ...disks: DiskDraft[]) => {
    const list = method === 'cloud' ? { moreDisks: disks } : { disks };
    const resources = { ...emptyDraft().resources, ...list };
    const cloud = { ...emptyDraft().cloud, sizeGiB: 4 };
    return Object.values(resourceWarnings(draftWith(method, { resources, cloud }), known()));
  };
  const whole = (sizeGiB: number) => newDisk({ sizeGiB, preallocate: true });
  expect(warned('iso', newDisk({ sizeGiB: 8 }))).toEqual([]);
  expect(warned('iso', newDisk({ sizeGiB: 12 }))).toEqual([expect.stringMatching(/^More .*grows/)]);
  expect(warned('iso', whole(6), whole(3))).toEqual([]);
  const both = expect.stringMatching(/^Together .*will not fit/);
  expect(warned('iso', whole(6), whole(6))).toEqual([both, both]);
  expect(warned('cloud', newDisk({ sizeGiB: 8 }))).toEqual([expect.stringMatching(/^Together .*grows/)]);
});

it('asks for no answers that a medium cannot carry to its installer', () => {
  const script = (method: 'initrd' | 'cdrom') => ({
    id: 's',
    profile: 'jeos',
    expectedFilename: 'preseed.cfg',
    injectionMethods: [method],
    params: [],
    needsInternet: false,
    pathFormat: 'unix' as const,
    canPreInstallDrivers: false,
    canPostInstallDrivers: false,
    productKeyFormat: null,
  });
  const use = { ...emptyDraft().unattended, use: true, profile: 'jeos' };
  const sent = (method: 'iso' | 'tree', carrier: 'initrd' | 'cdrom') => {
    const draft = { ...COMPLETE[method], unattended: use };
    const asked = known({ facts: facts({ scripts: [script(carrier)] }) });
    const spec = toSpec(draft, asked);
    const answers = spec && 'unattended' in spec.install && spec.install.unattended;
    return [answers ? answers.profile : null, Object.keys(problemsOf('media', draft, asked))];
  };
  expect(sent('iso', 'initrd')).toEqual([null, []]);
  expect(sent('iso', 'cdrom')).toEqual(['jeos', ['adminPassword']]);
  expect(sent('tree', 'initrd')).toEqual(['jeos', ['adminPassword']]);
  const answers = { adminPassword: `it's`, userLogin: 'a b', userPassword: 'a\\b', hostname: 'web;' };
  const unquoted = { ...COMPLETE.tree, unattended: { ...use, ...answers } };
  const asked = known({ facts: facts({ scripts: [script('initrd')] }) });
  expect(Object.keys(problemsOf('media', unquoted, asked)).sort()).toEqual(Object.keys(answers).sort());
});

describe('suggestName', () => {
  it('follows the system, else the medium, and is never taken', () => {
    expect(suggestName(COMPLETE.iso, new Set())).toBe('debian');
    const os = {
      choice: 'chosen' as const,
      chosen: { id: 'http://debian.org/debian/12', name: 'Debian 12' },
      recognised: null,
    };
    expect(suggestName({ ...COMPLETE.iso, os }, new Set(['debian-12']))).toBe('debian-12-2');
    expect(suggestName(COMPLETE.import, new Set())).toBe('old');
    expect(suggestName(COMPLETE['os-container'], new Set())).toBe('rootfs');
    expect(suggestName(COMPLETE.pxe, new Set(['machine']))).toBe('machine-2');
  });
});

it('an empty object is the draft that one begins with; strange values count for nothing', () => {
  expect(Draft.parse({}).resources.disks).toHaveLength(1);
  expect(Draft.parse({}).cloud.init.users).toHaveLength(1);
  const odd = Draft.parse({
    how: 3,
    cards: [{ network: 7 }, 'x'],
    platform: { tpm: '2.0', machine: 1, odd: 2 },
  });
  expect(odd.how.method).toBe('iso');
  expect(odd.cards).toMatchObject([{ network: '' }]);
  expect(odd.platform).toEqual({ tpm: '2.0' });
});
