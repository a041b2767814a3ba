import koffi from 'koffi';
import { errorCodeNames, errorDomainNames } from '../generated/errors.ts';
import { harmless } from './libc.ts';
import { native } from './native.ts';
import { layoutOf } from './structs.ts';

/** The fields of one of libvirt's errors. */
export interface LibvirtErrorFields {
  /** `virErrorNumber`. */
  code: number;
  /** `virErrorDomain`: the part of libvirt that raised it. */
  domain: number;
  /** `virErrorLevel`: 1 warning, 2 error. */
  level: number;
  message: string;
  str1: string | null;
  str2: string | null;
  str3: string | null;
  int1: number;
  int2: number;
  /** The C function that failed. */
  call: string;
}

/** A call that libvirt refused or that failed. */
export class LibvirtError extends Error implements LibvirtErrorFields {
  override readonly name = 'LibvirtError';
  readonly code: number;
  readonly domain: number;
  readonly level: number;
  readonly str1: string | null;
  readonly str2: string | null;
  readonly str3: string | null;
  readonly int1: number;
  readonly int2: number;
  readonly call: string;

  constructor(fields: LibvirtErrorFields) {
    super(fields.message);
    this.code = fields.code;
    this.domain = fields.domain;
    this.level = fields.level;
    this.str1 = fields.str1;
    this.str2 = fields.str2;
    this.str3 = fields.str3;
    this.int1 = fields.int1;
    this.int2 = fields.int2;
    this.call = fields.call;
  }

  /** `VIR_ERR_NO_DOMAIN`; for a code newer than the binding, its number. */
  get codeName(): string {
    return errorCodeNames[this.code] ?? `VIR_ERR_${this.code}`;
  }

  /** `VIR_FROM_QEMU`; for a domain newer than the binding, its number. */
  get domainName(): string {
    return errorDomainNames[this.domain] ?? `VIR_FROM_${this.domain}`;
  }

  /** The fields as a plain object, to cross between threads and processes; the constructor takes it back. */
  toFields(): LibvirtErrorFields {
    const { code, domain, level, message, str1, str2, str3, int1, int2, call } = this;
    return { code, domain, level, message, str1, str2, str3, int1, int2, call };
  }
}

let silenced = false;

/**
 * Keeps libvirt from printing its errors: a C function that does nothing is the handler of all threads. One
 * of JavaScript's would cost a hundred microseconds per error.
 */
export function silenceErrors(): void {
  if (silenced) return;
  silenced = true;
  native.virSetErrorFunc(null, harmless);
}

/**
 * The error of the last call on this thread. To be read before anything else of libvirt is called: even a
 * free forgets it.
 * @param call the C function that failed
 */
export function lastError(call: string): LibvirtError {
  const address = native.virGetLastError();
  if (address === null) {
    const message = `${call} failed and libvirt gave no reason`;
    const none = { str1: null, str2: null, str3: null, int1: 0, int2: 0 };
    return new LibvirtError({ code: 0, domain: 0, level: 2, message, ...none, call });
  }
  const { code, domain, level, message, str1, str2, str3, int1, int2 } = koffi.decode(
    address,
    layoutOf('virError'),
  );
  return new LibvirtError({
    code,
    domain,
    level,
    message: message ?? '',
    str1,
    str2,
    str3,
    int1,
    int2,
    call,
  });
}
