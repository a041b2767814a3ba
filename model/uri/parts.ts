/** One parameter of a URI's query, decoded. */
export interface UriParameterValue {
  readonly name: string;
  readonly value: string;
}

/**
 * The parts of a libvirt URI: `driver[+transport]://[user@][host][:port]/[path][?parameters]`
 * (https://libvirt.org/uri.html).
 */
export interface UriParts {
  /** qemu, lxc, xen, esx, test... in lower case. */
  readonly driver: string;
  /** unix, ssh, tls, tcp... in lower case; null where the URI names none. */
  readonly transport: string | null;
  /** Decoded; null where the URI names none. */
  readonly user: string | null;
  /** Without the brackets of an IPv6 address; empty: this machine. */
  readonly host: string;
  readonly port: number | null;
  /** As written, with its percent signs, for libvirt's drivers read them differently; begins with a slash or is empty. */
  readonly path: string;
  /** In their order. libvirt takes the last one where a name comes twice. */
  readonly parameters: readonly UriParameterValue[];
}

/** What a text that should be a URI is: its parts, or what is wrong with it in a sentence. */
export type ParsedUri =
  | { readonly parts: UriParts; readonly problem: null }
  | { readonly parts: null; readonly problem: string };

/** The value of a parameter, the last one as libvirt takes it; null: it is not there. */
export function parameterOf(parts: Pick<UriParts, 'parameters'>, name: string): string | null {
  return parts.parameters.findLast((one) => one.name === name)?.value ?? null;
}

/** The parts with a parameter set once, in its place where it was there; null takes it out. */
export function withParameter<T extends Pick<UriParts, 'parameters'>>(
  parts: T,
  name: string,
  value: string | null,
): T {
  const at = parts.parameters.findIndex((one) => one.name === name);
  const rest = parts.parameters.filter((one) => one.name !== name);
  if (value === null) return { ...parts, parameters: rest };
  const place = at < 0 ? rest.length : parts.parameters.slice(0, at).length;
  return { ...parts, parameters: rest.toSpliced(place, 0, { name, value }) };
}

/** Whether a flag parameter is on: libvirt takes any number but 0 for yes. */
export function isOn(parts: Pick<UriParts, 'parameters'>, name: string): boolean {
  const value = parameterOf(parts, name);
  return value !== null && /^\s*[+-]?\d+\s*$/.test(value) && Number(value) !== 0;
}
