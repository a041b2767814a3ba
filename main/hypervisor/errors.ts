import { ApiError, ErrorKind } from '../../contract/index.ts';
import {
  AgentFailure,
  type AgentFailureReason,
  LibvirtFailure,
  type LibvirtFailureData,
} from '../libvirt/agent/failures.ts';
import { virErrorNumber as Code, virErrorDomain } from '../libvirt/generated/enums-error.ts';
import { hintFor } from './hints.ts';

/** What counts of virError for its kind. */
type Said = Pick<LibvirtFailureData, 'code' | 'domain' | 'message'>;

/** What was being done, for the sentence that the user reads. */
export interface Doing {
  /** "Starting web1 on lab2". */
  readonly doing: string;
  /** The name of the machine or thing it was done to, for hints. */
  readonly name?: string;
  /** The connection's URI, for hints. */
  readonly uri?: string;
}

/** The kinds of failure by virErrorNumber (https://libvirt.org/html/libvirt-virterror.html). */
const CODES: Partial<Record<ErrorKind, readonly number[]>> = {
  unsupported: [
    Code.VIR_ERR_NO_SUPPORT,
    Code.VIR_ERR_NO_SECURITY_MODEL,
    Code.VIR_ERR_CONFIG_UNSUPPORTED,
    Code.VIR_ERR_ARGUMENT_UNSUPPORTED,
    Code.VIR_ERR_OPERATION_UNSUPPORTED,
    Code.VIR_ERR_CPU_INCOMPATIBLE,
  ],
  unavailable: [
    Code.VIR_ERR_UNKNOWN_HOST,
    Code.VIR_ERR_NO_CONNECT,
    Code.VIR_ERR_INVALID_CONN,
    Code.VIR_ERR_CALL_FAILED,
    Code.VIR_ERR_RPC,
    Code.VIR_ERR_AGENT_UNRESPONSIVE,
    Code.VIR_ERR_AGENT_UNSYNCED,
  ],
  'not-found': [
    Code.VIR_ERR_NO_DOMAIN,
    Code.VIR_ERR_NO_NETWORK,
    Code.VIR_ERR_NO_STORAGE_POOL,
    Code.VIR_ERR_NO_STORAGE_VOL,
    Code.VIR_ERR_NO_NODE_DEVICE,
    Code.VIR_ERR_NO_INTERFACE,
    Code.VIR_ERR_NO_NWFILTER,
    Code.VIR_ERR_NO_SECRET,
    Code.VIR_ERR_NO_DOMAIN_SNAPSHOT,
    Code.VIR_ERR_NO_DOMAIN_METADATA,
    Code.VIR_ERR_DEVICE_MISSING,
    Code.VIR_ERR_NO_NWFILTER_BINDING,
    Code.VIR_ERR_NO_DOMAIN_CHECKPOINT,
    Code.VIR_ERR_NO_DOMAIN_BACKUP,
    Code.VIR_ERR_NO_NETWORK_PORT,
  ],
  exists: [
    Code.VIR_ERR_DOM_EXIST,
    Code.VIR_ERR_NETWORK_EXIST,
    Code.VIR_ERR_STORAGE_VOL_EXIST,
    Code.VIR_ERR_NETWORK_PORT_EXIST,
  ],
  denied: [Code.VIR_ERR_NO_ROOT, Code.VIR_ERR_OPERATION_DENIED, Code.VIR_ERR_ACCESS_DENIED],
  authentication: [Code.VIR_ERR_AUTH_FAILED, Code.VIR_ERR_AUTH_UNAVAILABLE],
  invalid: [
    Code.VIR_ERR_INVALID_ARG,
    Code.VIR_ERR_OS_TYPE,
    Code.VIR_ERR_NO_SOURCE,
    Code.VIR_ERR_NO_TARGET,
    Code.VIR_ERR_NO_NAME,
    Code.VIR_ERR_NO_OS,
    Code.VIR_ERR_NO_DEVICE,
    Code.VIR_ERR_XML_ERROR,
    Code.VIR_ERR_XML_DETAIL,
    Code.VIR_ERR_INVALID_MAC,
    Code.VIR_ERR_XML_INVALID_SCHEMA,
  ],
  conflict: [
    Code.VIR_ERR_OPERATION_INVALID,
    Code.VIR_ERR_MULTIPLE_INTERFACES,
    Code.VIR_ERR_STORAGE_POOL_BUILT,
    Code.VIR_ERR_SNAPSHOT_REVERT_RISKY,
    Code.VIR_ERR_MIGRATE_UNSAFE,
    Code.VIR_ERR_BLOCK_COPY_ACTIVE,
    Code.VIR_ERR_RESOURCE_BUSY,
    Code.VIR_ERR_CHECKPOINT_INCONSISTENT,
    Code.VIR_ERR_MULTIPLE_DOMAINS,
  ],
  timeout: [Code.VIR_ERR_OPERATION_TIMEOUT],
  cancelled: [Code.VIR_ERR_OPERATION_ABORTED, Code.VIR_ERR_AUTH_CANCELLED],
};

/** The way to the daemon, not the hypervisor, failed. */
const LINK_DOMAINS = new Set<number>([virErrorDomain.VIR_FROM_RPC, virErrorDomain.VIR_FROM_REMOTE]);
/** What libvirt calls an internal error, and is the end of the link. */
const LINK_WORDS = /keepalive timeout|client socket is closed|end of file while reading data/i;

/** Codes too general to go by; what counts is what libvirt says. English only: agents run in the C locale. */
const KIND_OF_WORDS: readonly [RegExp, ErrorKind][] = [
  [/no space left on device|disk quota exceeded|not enough (free )?space|no space on/i, 'no-space'],
  [/cannot allocate memory|cannot set up guest memory/i, 'no-space'],
  [/already (exists|defined|in use|active)|duplicate/i, 'exists'],
  [/permission denied|operation not permitted|access denied|not authori[sz]ed/i, 'denied'],
  [/no such file or directory|could not find|not found/i, 'not-found'],
  [/timed? ?out/i, 'timeout'],
];

/** The kind of a libvirt failure. */
export function kindOf(failure: Said): ErrorKind {
  if (LINK_DOMAINS.has(failure.domain)) {
    if (failure.code === Code.VIR_ERR_SYSTEM_ERROR) return 'unavailable';
    if (failure.code === Code.VIR_ERR_INTERNAL_ERROR && LINK_WORDS.test(failure.message))
      return 'unavailable';
  }
  const byCode = ErrorKind.options.find((kind) => CODES[kind]?.includes(failure.code));
  // An invalid operation, argument or XML stays what it is, whatever words it uses.
  if (byCode !== undefined) return byCode;
  return KIND_OF_WORDS.find(([words]) => words.test(failure.message))?.[1] ?? 'libvirt';
}

const KIND_OF_REASON: Readonly<Record<AgentFailureReason, ErrorKind>> = {
  cancelled: 'cancelled',
  timeout: 'timeout',
  exited: 'unavailable',
  closed: 'unavailable',
  unsupported: 'unsupported',
  internal: 'internal',
};

function kindOfException(error: unknown): ErrorKind {
  const name = error instanceof Error ? error.name : '';
  return name === 'AbortError' ? 'cancelled' : name === 'TimeoutError' ? 'timeout' : 'internal';
}

/** Turns whatever an operation threw into the error that crosses the boundary. */
export function toApiError(error: unknown, context: Doing): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof LibvirtFailure) return fromLibvirt(error, context);
  const kind = error instanceof AgentFailure ? KIND_OF_REASON[error.reason] : kindOfException(error);
  if (kind === 'cancelled') return new ApiError({ kind, message: `${context.doing} was cancelled.` });
  const words = error instanceof Error ? error.message : String(error);
  const hint = hintFor(kind, words, context);
  return new ApiError({ kind, message: sentence(context.doing, words), ...(hint && { hint }) });
}

function fromLibvirt(failure: Said, context: Doing): ApiError {
  const kind = kindOf(failure);
  const hint = hintFor(kind, failure.message, context);
  return new ApiError({
    kind,
    message:
      kind === 'cancelled' ? `${context.doing} was cancelled.` : sentence(context.doing, failure.message),
    libvirt: { code: failure.code, domain: failure.domain, message: failure.message },
    ...(hint && { hint }),
  });
}

/** "Starting web1 on lab2 failed: domain is already running." from libvirt's more technical words. */
function sentence(doing: string, words: string): string {
  const plain = words
    .trim()
    .replace(/^(internal error|operation failed|Requested operation is not valid|invalid argument):\s*/i, '')
    .replace(/\.$/, '');
  return `${doing} failed: ${plain === '' ? 'libvirt gave no reason' : plain}.`;
}
