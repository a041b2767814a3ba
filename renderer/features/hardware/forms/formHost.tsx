import { createContext, type ReactNode, useContext } from 'react';
import type { NetworkInfo, PoolInfo } from '../../../../contract/index.ts';
import { type Domain, DomainCapabilities, XmlError } from '../../../../model/index.ts';
import { useConnection } from '../../../state/connections.ts';
import { client } from '../../../state/host.ts';
import { type Reading, useReading } from '../../../state/useReading.ts';
import { useEdit, useEditState } from '../edit/context.tsx';
import type { FormHost } from './form.tsx';

const NO_NETWORKS: readonly NetworkInfo[] = [];
const NO_POOLS: readonly PoolInfo[] = [];

const Context = createContext<FormHost | null>(null);

/** What the forms around know of the machine's host. */
export function useFormHost(): FormHost {
  const host = useContext(Context);
  if (!host) throw new Error('There is no <FormHostProvider> around this');
  return host;
}

/** Asks the host, once it is connected, what it offers machines like the edited one; forms are usable meanwhile. */
export function FormHostProvider({ children }: { children: ReactNode }) {
  const edit = useEdit();
  const { connection } = edit.source;
  useEditState((state) => state.revision);
  const of = useConnection(connection);
  const isThere = of?.status === 'connected';
  const capabilities = useCapabilities(edit.domain, connection, isThere);
  const networks = useReading(isThere ? 'networks' : null, () => client().networks.list({ connection }));
  const pools = useReading(isThere ? 'pools' : null, () => client().storage.pools({ connection }));
  const draft = edit.source.kind === 'draft';
  const libvirt = versionOf(of?.host?.libvirtVersion);
  return (
    <Context.Provider
      value={{
        connection,
        capabilities,
        networks: networks.value ?? NO_NETWORKS,
        pools: pools.value ?? NO_POOLS,
        poolsProblem: poolsProblem(pools),
        libvirt,
        draft,
      }}
    >
      {children}
    </Context.Provider>
  );
}

/** Why it is not known which pools the host has; null: it is. */
function poolsProblem({ value, error }: Reading<PoolInfo[]>): string | null {
  if (error) return error.message;
  return value === null ? 'The host has not said yet what it has.' : null;
}

/** `10.2.0` as 10002. */
function versionOf(text: string | undefined): number | null {
  const parts = /^(\d+)\.(\d+)/.exec(text ?? '');
  return parts ? Number(parts[1]) * 1000 + Number(parts[2]) : null;
}

function useCapabilities(domain: Domain, connection: string, isThere: boolean): DomainCapabilities {
  const type = domain.type ?? 'qemu';
  const { arch, machine } = domain.os;
  const { emulator } = domain;
  const wanted = { connection, type, arch, machine, emulator };
  // What the host does not tell is taken from what its kind usually has.
  const { value } = useReading(isThere ? JSON.stringify(wanted) : null, async () => {
    const { xml } = await client().hosts.domainCapabilities(wanted);
    return xml === null ? null : read(xml);
  });
  return value ?? DomainCapabilities.unknown({ type, arch: arch ?? 'x86_64', machine: machine ?? '' });
}

function read(xml: string): DomainCapabilities | null {
  try {
    return DomainCapabilities.parse(xml);
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}
