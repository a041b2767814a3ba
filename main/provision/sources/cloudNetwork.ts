import { isIP } from 'node:net';
import type { CloudNetwork } from '../../../contract/index.ts';
import { invalid } from './cloudChecks.ts';
import { toYaml } from './yaml.ts';

/**
 * network-config, version 2 (https://cloudinit.readthedocs.io/en/latest/reference/network-config-format-v2.html); null:
 * cloud-init asks for addresses by DHCP of its own accord.
 * @param mac of the first card, by which the guest finds it; null: every Ethernet card of the guest is meant
 * @throws ApiError `invalid` that names the address
 */
export function networkConfig(network: CloudNetwork, mac: string | null): string | null {
  if (network.kind === 'dhcp') return null;
  const routes = [...route(network.gateway4, 4, '0.0.0.0/0'), ...route(network.gateway6, 6, '::/0')];
  const nameservers = network.nameservers.map((one) => address(one.trim(), 'name server'));
  const search = network.search.map((one) => domain(one.trim()));
  const card = {
    match: mac === null ? { name: 'e*' } : { macaddress: mac.toLowerCase() },
    // Without it the ways of older distributions to write a network down take the key below for the card's name.
    ...(mac !== null && { 'set-name': 'eth0' }),
    addresses: network.addresses.map((one) => withPrefix(one.trim())),
    ...(routes.length > 0 && { routes }),
    ...((nameservers.length > 0 || search.length > 0) && {
      nameservers: {
        ...(search.length > 0 && { search }),
        ...(nameservers.length > 0 && { addresses: nameservers }),
      },
    }),
  };
  return toYaml({ version: 2, ethernets: { eth0: card } });
}

function withPrefix(text: string): string {
  const [, ip = '', prefix = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = isIP(ip);
  if (family !== 0 && Number(prefix) >= 1 && Number(prefix) <= (family === 4 ? 32 : 128)) return text;
  throw invalid(
    `${JSON.stringify(text)} is no address with a prefix length.`,
    'Write it like 192.0.2.10/24 or 2001:db8::10/64.',
  );
}

function route(gateway: string, family: 4 | 6, to: string): { to: string; via: string }[] {
  const via = gateway.trim();
  if (via === '') return [];
  if (isIP(via) === family) return [{ to, via }];
  throw invalid(`The gateway ${JSON.stringify(via)} is no IPv${family} address.`);
}

function address(text: string, what: string): string {
  if (isIP(text) !== 0) return text;
  throw invalid(`The ${what} ${JSON.stringify(text)} is no address.`);
}

function domain(text: string): string {
  if (/^[a-z0-9]([a-z0-9._-]{0,251}[a-z0-9])?\.?$/i.test(text)) return text;
  throw invalid(`The search domain ${JSON.stringify(text)} is no domain.`);
}
