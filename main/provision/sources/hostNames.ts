import { apiError } from '../../../contract/index.ts';

/** A machine's name as a host name: what cannot stand in one becomes a hyphen. RFC 1123, 2.1. */
export function hostnameOf(machineName: string): string {
  const plain = machineName
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9.-]+/gi, '-')
    .split('.')
    .map((label) => label.slice(0, 63).replace(/^-+|-+$/g, ''))
    .filter((label) => label !== '')
    .join('.')
    .slice(0, 253);
  return plain === '' ? 'machine' : plain;
}

/**
 * A host name that a user gave.
 * @throws ApiError `invalid`
 */
export function checkedHostname(name: string): string {
  const labels = name.split('.');
  if (labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))) return name;
  throw apiError(
    'invalid',
    `${JSON.stringify(name)} is no host name.`,
    'Letters, digits and hyphens, with dots between the parts.',
  );
}
