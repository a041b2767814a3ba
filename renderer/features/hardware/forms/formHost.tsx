import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { NetworkInfo, PoolInfo } from '../../../../contract/index.ts';
import { type Domain, DomainCapabilities, XmlError } from '../../../../model/index.ts';
import { useConnection } from '../../../state/connections.ts';
import { client, toErrorData } from '../../../state/host.ts';
import { useEdit, useEditState } from '../edit/context.tsx';
import type { FormHost } from './form.tsx';

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
  const { list: networks } = useList<NetworkInfo>(isThere, () => client().networks.list({ connection }));
  const { list: pools, problem } = useList<PoolInfo>(isThere, () => client().storage.pools({ connection }));
  const draft = edit.source.kind === 'draft';
  const libvirt = versionOf(of?.host?.libvirtVersion);
  return (
    <Context.Provider
      value={{ connection, capabilities, networks, pools, poolsProblem: problem, libvirt, draft }}
    >
      {children}
    </Context.Provider>
  );
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
  const [found, setFound] = useState<DomainCapabilities | null>(null);
  useEffect(() => {
    if (!isThere) return;
    let gone = false;
    client()
      .hosts.domainCapabilities({ connection, type, arch, machine, emulator })
      .then(
        ({ xml }) => !gone && setFound(xml === null ? null : read(xml)),
        // What the host does not tell is taken from what its kind usually has.
        () => !gone && setFound(null),
      );
    return () => {
      gone = true;
    };
  }, [connection, isThere, type, arch, machine, emulator]);
  return found ?? DomainCapabilities.unknown({ type, arch: arch ?? 'x86_64', machine: machine ?? '' });
}

function read(xml: string): DomainCapabilities | null {
  try {
    return DomainCapabilities.parse(xml);
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

interface Told<T> {
  readonly list: readonly T[];
  /** Why it is not known; null: it is. */
  readonly problem: string | null;
}

function useList<T>(isThere: boolean, ask: () => Promise<T[]>): Told<T> {
  const [told, setTold] = useState<Told<T>>({ list: [], problem: 'The host has not said yet what it has.' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each page, and when the host has come back.
  useEffect(() => {
    if (!isThere) return;
    let gone = false;
    ask().then(
      (list) => !gone && setTold({ list, problem: null }),
      (error: unknown) => !gone && setTold(({ list }) => ({ list, problem: toErrorData(error).message })),
    );
    return () => {
      gone = true;
    };
  }, [isThere]);
  return told;
}
