import { lastError, silenceErrors } from '../binding/errors.ts';
import { referenced } from '../binding/handle.ts';
import { callAside, native } from '../binding/native.ts';
import { checkedText } from '../binding/numbers.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { ConnectEvents } from './connect-events.ts';
import { type CredentialAnswers, openWithCredentials } from './credentials.ts';
import { type DomainStats, DomainStatsReader } from './domain-stats.ts';

/** A connection to a hypervisor. */
export class Connect extends ConnectEvents {
  /** Another reference to a connection that another thread holds. */
  static fromAddress(address: bigint): Connect {
    return new Connect(referenced('virConnect', address));
  }

  /**
   * Opens a connection, answering no question of the server.
   * @param uri libvirt's URI; null for the default one of this machine
   * @throws LibvirtError, LibraryMissing
   */
  static open(uri: string | null): Connect {
    const name = checkedText(uri, true, 'virConnectOpen: name');
    return opened('virConnectOpen', () => native.virConnectOpen(name));
  }

  /** Opens a connection on which nothing can be changed. */
  static openReadOnly(uri: string | null): Connect {
    const name = checkedText(uri, true, 'virConnectOpenReadOnly: name');
    return opened('virConnectOpenReadOnly', () => native.virConnectOpenReadOnly(name));
  }

  /**
   * Opens a connection, asking for credentials where the server does.
   * @param answer called on this thread while the call waits
   * @param flags `virConnectFlags`
   * @throws LibvirtError (code 45 when the credentials are refused or not given), LibraryMissing
   */
  static openAuth(uri: string | null, answer: CredentialAnswers, flags = 0): Connect {
    const name = checkedText(uri, true, 'virConnectOpenAuth: name');
    return new Connect(openWithCredentials(name, answer, flags));
  }

  /**
   * The host's name, asked without holding up this thread; null: it cannot be told. libvirt resolves the name anew
   * each time, which takes many seconds where no name server answers. Other calls can be made meanwhile, and this
   * object can be closed; the connection then ends with the answer.
   */
  hostnameAside(): Promise<string | null> {
    silenceErrors();
    const held = Connect.fromAddress(this.address);
    return callAside('virConnectGetHostname', held.address).then(
      (name) => {
        held.close();
        return typeof name === 'string' ? name : null;
      },
      (error: unknown) => {
        held.close();
        throw error;
      },
    );
  }

  /**
   * Statistics of all domains by name. To ask again and again, keep a `DomainStatsReader` of one's own.
   * @param stats groups of statistics, `virDomainStatsTypes`; 0 for all
   * @param flags `virConnectGetAllDomainStatsFlags`
   */
  getAllDomainStats(stats = 0, flags = 0): DomainStats[] {
    return new DomainStatsReader().readObjects(this, stats, flags);
  }

  /**
   * Ends the subscriptions made through this object and gives its reference back. The connection is closed
   * once no other is left, those of its domains, pools and so on included.
   * @returns 0 when it was the last one
   */
  close(): number {
    if (this.isFreed) return 0;
    this.subscriptions.cancelAll();
    return this.release('virConnectClose');
  }

  override free(): void {
    this.close();
  }
}

function opened(call: string, open: () => Pointer<'virConnect'> | null): Connect {
  silenceErrors();
  const address = open();
  if (address === null) throw lastError(call);
  return new Connect(address);
}

registerClass('virConnect', (address) => new Connect(address));
