import { ApiError, type ErrorKind } from '../../contract/index.ts';
import {
  AgentFailure,
  type AgentFailureReason,
  LibvirtFailure,
  type LibvirtFailureData,
} from '../libvirt/agent/failures.ts';
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

/** virErrorNumber by the kind of failure that it is (https://libvirt.org/html/libvirt-virterror.html). */
const KIND_OF_CODE = new Map<number, ErrorKind>(
  (
    [
      ['unsupported', [3, 54, 67, 74, 84, 91]], // NO_SUPPORT ... CPU_INCOMPATIBLE
      ['unavailable', [4, 5, 6, 26, 39, 86, 97]], // UNKNOWN_HOST, NO_CONNECT, INVALID_CONN, CALL_FAILED, RPC, AGENT_*
      ['not-found', [42, 43, 49, 50, 53, 57, 62, 66, 72, 80, 99, 101, 103, 104, 107]], // NO_DOMAIN ...
      ['exists', [28, 37, 90, 106]], // DOM_EXIST, NETWORK_EXIST, STORAGE_VOL_EXIST, NETWORK_PORT_EXIST
      ['denied', [18, 29, 88]], // NO_ROOT, OPERATION_DENIED, ACCESS_DENIED
      ['authentication', [45, 94]], // AUTH_FAILED, AUTH_UNAVAILABLE
      ['invalid', [8, 16, 19, 20, 21, 22, 23, 27, 35, 44, 92]], // INVALID_ARG, OS_TYPE, NO_*, XML_*
      ['conflict', [55, 59, 76, 77, 81, 83, 87, 109, 111]], // OPERATION_INVALID, RESOURCE_BUSY...
      ['timeout', [68]], // OPERATION_TIMEOUT
      ['cancelled', [78, 79]], // OPERATION_ABORTED, AUTH_CANCELLED
    ] satisfies [ErrorKind, number[]][]
  ).flatMap(([kind, codes]) => codes.map((code): [number, ErrorKind] => [code, kind])),
);

/** virErrorDomain RPC and REMOTE: the way to the daemon, not the hypervisor, failed. */
const LINK_DOMAINS = new Set([7, 13]);
const SYSTEM_ERROR = 38;
const INTERNAL_ERROR = 1;
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
    if (failure.code === SYSTEM_ERROR) return 'unavailable';
    if (failure.code === INTERNAL_ERROR && LINK_WORDS.test(failure.message)) return 'unavailable';
  }
  const byCode = KIND_OF_CODE.get(failure.code);
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
