import { lastError, silenceErrors } from '../binding/errors.ts';
import { referenced } from '../binding/handle.ts';
import { native } from '../binding/native.ts';
import { checkedText } from '../binding/numbers.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { ConnectCalls } from '../generated/calls/connect.ts';

/** A connection to a hypervisor. */
export class Connect extends ConnectCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virConnect'>) {
    super('virConnect', address);
  }

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
    return opened('virConnectOpen', () =>
      native.virConnectOpen(checkedText(uri, true, 'virConnectOpen: name')),
    );
  }

  /** Opens a connection on which nothing can be changed. */
  static openReadOnly(uri: string | null): Connect {
    return opened('virConnectOpenReadOnly', () =>
      native.virConnectOpenReadOnly(checkedText(uri, true, 'virConnectOpenReadOnly: name')),
    );
  }

  /**
   * Gives this reference back. The connection is closed once no other is left, those of its domains, pools
   * and so on included.
   * @returns 0 when it was the last one
   */
  close(): number {
    return this.isFreed ? 0 : this.release('virConnectClose');
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
