import type { AgentFacts, GuestInterface } from '../../../contract/index.ts';
import type { GuestReport } from '../../libvirt/operations/guests.ts';

/** Things of a kind that are taken from a guest; it may name any number. */
const MOST = 200;
const LONGEST = 300;

type Info = NonNullable<GuestReport['info']>;

/** What the agent's figures say. Names as in virDomainGetGuestInfo; everything in them is the guest's word. */
export function agentFacts(info: Info, clock: GuestReport['clock']): AgentFacts {
  return {
    hostname: text(info, 'hostname'),
    os: osOf(info),
    clock: clock && plausible(clock.guest) ? { time: clock.guest, aheadMs: clock.guest - clock.ours } : null,
    timezone: timezoneOf(info),
    users: listOf(info, 'user', (at) => ({
      name: text(info, `${at}.name`) ?? '',
      domain: text(info, `${at}.domain`) ?? '',
      since: timeOf(number(info, `${at}.login-time`)),
    })),
    filesystems: listOf(info, 'fs', (at) => ({
      mountpoint: text(info, `${at}.mountpoint`) ?? '',
      type: text(info, `${at}.fstype`) ?? '',
      device: text(info, `${at}.name`) ?? '',
      total: number(info, `${at}.total-bytes`),
      used: number(info, `${at}.used-bytes`),
      disks: (listOf(info, `${at}.disk`, (disk) => text(info, `${disk}.alias`) ?? '') ?? []).filter(Boolean),
    })),
  };
}

/** The guest's interfaces; without its loopback. */
export function guestInterfaces(interfaces: NonNullable<GuestReport['interfaces']>): GuestInterface[] {
  return interfaces
    .slice(0, MOST)
    .map(({ name, hwaddr, addrs }) => ({
      name: short(name ?? ''),
      mac: short(hwaddr ?? ''),
      addresses: addrs.slice(0, MOST).map(({ addr, prefix }) => `${short(addr ?? '')}/${prefix}`),
    }))
    .filter(({ name }) => name !== 'lo');
}

/** Addresses for a list: without prefix, and without those that only neighbours can use unless there are no others. */
export function listedAddresses(addresses: readonly string[]): string[] {
  const plain = addresses.map((address) => short(address.replace(/\/\d+$/, '')).trim()).filter(Boolean);
  const wide = plain.filter((address) => !/^(fe80:|169\.254\.|127\.|::1$)/i.test(address));
  const v4First = [...new Set(wide)].sort((a, b) => Number(a.includes(':')) - Number(b.includes(':')));
  return v4First.slice(0, 20);
}

function osOf(info: Info): AgentFacts['os'] {
  const name = text(info, 'os.pretty-name') ?? text(info, 'os.name') ?? text(info, 'os.id');
  const kernel = text(info, 'os.kernel-release') ?? '';
  if (name === null && kernel === '') return null;
  return { name: name ?? '', kernel, machine: text(info, 'os.machine') ?? '' };
}

function timezoneOf(info: Info): AgentFacts['timezone'] {
  const offset = number(info, 'timezone.offset');
  return offset === null ? null : { name: text(info, 'timezone.name') ?? '', offset };
}

/** `user.count`, `user.0.name`...; null where the count is not told. */
function listOf<T>(info: Info, name: string, read: (at: string) => T): T[] | null {
  const count = number(info, `${name}.count`);
  if (count === null) return null;
  const length = Math.max(0, Math.min(count, MOST));
  return Array.from({ length }, (_, index) => read(`${name}.${index}`));
}

function text(info: Info, name: string): string | null {
  const value = Object.hasOwn(info, name) ? info[name] : undefined;
  return typeof value === 'string' && value !== '' ? short(value) : null;
}

function number(info: Info, name: string): number | null {
  const value = Object.hasOwn(info, name) ? info[name] : undefined;
  const plain = typeof value === 'bigint' ? Number(value) : value;
  return typeof plain === 'number' && Number.isFinite(plain) ? plain : null;
}

const short = (value: string): string => value.slice(0, LONGEST);

const plausible = (time: number): boolean => Number.isSafeInteger(time) && time >= 0 && time < 8.64e15;

function timeOf(ms: number | null): number | null {
  return ms !== null && plausible(Math.round(ms)) ? Math.round(ms) : null;
}
