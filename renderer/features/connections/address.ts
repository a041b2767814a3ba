import {
  checkUri,
  formatUri,
  hypervisorOf,
  LOCAL_QEMU,
  parametersFor,
  parseUri,
  reachOf,
  transportOf,
  type UriHypervisor,
  type UriParameter,
  type UriParameterValue,
  type UriParts,
  type UriProblem,
  type UriTransport,
} from '../../../model/uri/index.ts';

/** A connection's address while it is typed: as a text, and as what the text is made of. */
export interface Address {
  readonly text: string;
  /** Of the text; where that cannot be read, of the last one that could. */
  readonly parts: UriParts;
  /** Why the text cannot be read. */
  readonly problem: string | null;
}

/** What the form begins with: most hosts that are added are reached by ssh. */
export const NEW_ADDRESS = addressOf({ ...LOCAL_QEMU, transport: 'ssh' });

/** The address with these parts. */
export function addressOf(parts: UriParts): Address {
  const text = formatUri(parts);
  return { text, parts, problem: parseUri(text).problem };
}

/** The address after its text was typed. Fields keep what they showed while the text cannot be read. */
export function typedAddress(text: string, before: UriParts = NEW_ADDRESS.parts): Address {
  const { parts, problem } = parseUri(text);
  return { text, parts: parts ?? before, problem };
}

/** What is wrong with an address, by the field that it is about. */
export type AddressProblems = ReadonlyMap<UriProblem['field'], UriProblem>;

/** The worst of each field. */
export function problemsOf(parts: UriParts): AddressProblems {
  const order = ['note', 'danger', 'error'];
  const found = new Map<UriProblem['field'], UriProblem>();
  for (const problem of [...checkUri(parts), ...checkPort(parts)]) {
    const other = found.get(problem.field);
    if (!other || order.indexOf(problem.severity) > order.indexOf(other.severity)) {
      found.set(problem.field, problem);
    }
  }
  return found;
}

function checkPort({ port }: UriParts): UriProblem[] {
  if (port === null || (port >= 1 && port <= 65535)) return [];
  return [{ field: 'port', severity: 'error', message: 'The port is a number from 1 to 65535.' }];
}

/** Drivers, transports and paths may be newer than this list: libvirt has the last word about them. */
const OPEN_FIELDS = new Set<UriProblem['field']>(['driver', 'transport', 'path']);

/** Why a connection cannot be tried with this address; null: it can. */
export function refusalOf({ parts, problem }: Address): string | null {
  if (problem !== null) return problem;
  for (const { field, severity, message } of problemsOf(parts).values()) {
    if (severity === 'error' && !OPEN_FIELDS.has(field)) return message;
  }
  return null;
}

/** What takes protection away, in sentences. */
export function dangersOf(parts: UriParts): string[] {
  return [...problemsOf(parts).values()]
    .filter(({ severity }) => severity === 'danger')
    .map(({ message }) => message);
}

/** What there is to choose and to fill in for an address. */
export interface AddressForm {
  /** Undefined: none of the known ones. */
  readonly hypervisor: UriHypervisor | undefined;
  readonly transport: UriTransport | undefined;
  readonly hasTransport: boolean;
  readonly hasHost: boolean;
  readonly hasUser: boolean;
  readonly hasPort: boolean;
  /** The label of the path; null: it follows from the hypervisor. */
  readonly pathLabel: string | null;
  /** Parameters that one has to know of to get on: they stand with the other fields. */
  readonly needed: readonly UriParameter[];
  /** All others that mean something. */
  readonly parameters: readonly UriParameter[];
  /** Parameters of the URI that mean nothing with this hypervisor and transport, or that nobody knows. */
  readonly strangers: readonly UriParameterValue[];
}

/** By transport. */
const NEEDED: Readonly<Record<string, readonly string[]>> = { tls: ['pkipath'], ext: ['command'] };

/** The fields that an address of these parts has. */
export function formOf(parts: UriParts): AddressForm {
  const hypervisor = hypervisorOf(parts);
  const transport = transportOf(parts);
  const reach = reachOf(parts);
  const all = parametersFor(parts);
  const isNeeded = ({ name }: UriParameter) => NEEDED[transport?.id ?? '']?.includes(name) ?? false;
  const remote = reach === 'own' || (reach === 'daemon' && transport?.host !== 'none');
  return {
    hypervisor,
    transport,
    hasTransport: reach === 'daemon',
    hasHost: remote || parts.host !== '',
    hasUser: (remote && (reach === 'own' || transport?.usesUser !== false)) || parts.user !== null,
    hasPort: remote || parts.port !== null,
    pathLabel: hypervisor ? hypervisor.pathLabel : 'Path',
    needed: all.filter(isNeeded),
    parameters: all.filter((one) => !isNeeded(one)),
    strangers: parts.parameters.filter(({ name }) => !all.some((one) => one.name === name)),
  };
}

/**
 * The parts after something was typed or pasted where the host's name belongs: `user@host`, a bracketed IPv6
 * address, and (once it is `complete`) `host:port` are taken apart.
 */
export function withHost(parts: UriParts, typed: string, complete: boolean): UriParts {
  const text = typed.trimStart();
  const at = text.lastIndexOf('@');
  const user = at > 0 ? text.slice(0, at) : parts.user;
  const place = at >= 0 ? text.slice(at + 1) : text;
  const next = { ...parts, user };
  const bracketed = /^\[([^\]]*)\](?::(\d{1,5}))?$/.exec(place);
  if (bracketed) return { ...next, host: bracketed[1] ?? '', port: portOf(bracketed[2], parts.port) };
  const withPort = complete ? /^([^:]+):(\d{1,5})$/.exec(place.trim()) : null;
  if (withPort) return { ...next, host: withPort[1] ?? '', port: portOf(withPort[2], parts.port) };
  return { ...next, host: complete ? place.trim() : place };
}

function portOf(digits: string | undefined, otherwise: number | null): number | null {
  return digits === undefined ? otherwise : Number(digits);
}

/** The parts after a port was typed; what is no digit is left out, and nothing means the usual one. */
export function withPort(parts: UriParts, typed: string): UriParts {
  const digits = typed.replace(/\D/g, '').slice(0, 5);
  return { ...parts, port: digits === '' ? null : Number(digits) };
}
