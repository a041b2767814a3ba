import { LibvirtError } from '../../binding/errors.ts';
import { NeedsLibvirt } from '../../binding/needs.ts';
import { virErrorDomain, virErrorNumber } from '../../generated/enums-error.ts';

const UNSUPPORTED = new Set<number>([
  virErrorNumber.VIR_ERR_NO_SUPPORT,
  virErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
  virErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED,
  virErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
  virErrorNumber.VIR_ERR_INVALID_ARG, // an unknown flag, to an older daemon
]);

/** Whether an error says that driver, daemon or library cannot do this at all. */
export function isUnsupported(error: unknown): boolean {
  if (error instanceof NeedsLibvirt) return true;
  return error instanceof LibvirtError && UNSUPPORTED.has(error.code);
}

/** virErrorDomain: errors of the way to the daemon. */
const LINK_DOMAINS = new Set<number>([virErrorDomain.VIR_FROM_RPC, virErrorDomain.VIR_FROM_REMOTE]);
const LINK_CODES = new Set<number>([
  virErrorNumber.VIR_ERR_RPC,
  virErrorNumber.VIR_ERR_INVALID_CONN,
  virErrorNumber.VIR_ERR_SYSTEM_ERROR,
  virErrorNumber.VIR_ERR_INTERNAL_ERROR, // "client socket is closed"
]);

/** Whether an error says that the connection is lost. */
export function isLinkLost(error: unknown): boolean {
  return error instanceof LibvirtError && LINK_DOMAINS.has(error.domain) && LINK_CODES.has(error.code);
}

/** Whether an error says that the object does not exist. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof LibvirtError &&
    (error.code === virErrorNumber.VIR_ERR_NO_DOMAIN ||
      error.code === virErrorNumber.VIR_ERR_NO_STORAGE_POOL ||
      error.code === virErrorNumber.VIR_ERR_NO_STORAGE_VOL ||
      error.code === virErrorNumber.VIR_ERR_NO_NETWORK)
  );
}

/** The answer, or `otherwise` where this driver cannot give one. Other errors are thrown. */
export function whereSupported<T, O>(ask: () => T, otherwise: O): T | O {
  try {
    return ask();
  } catch (error) {
    if (isUnsupported(error)) return otherwise;
    throw error;
  }
}

/**
 * The answer, or `otherwise` when libvirt refuses for whatever reason: for facts that are only nice to have.
 * A broken connection is thrown.
 */
export function whereKnown<T, O>(ask: () => T, otherwise: O): T | O {
  try {
    return ask();
  } catch (error) {
    if (error instanceof NeedsLibvirt) return otherwise;
    if (error instanceof LibvirtError && !isLinkLost(error)) return otherwise;
    throw error;
  }
}
