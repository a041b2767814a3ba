import type { Api } from './description.ts';

/** The kinds of C type that appear in libvirt's API. */
export type CType =
  | { kind: 'void' }
  | { kind: 'number'; wide: boolean }
  | { kind: 'string'; constant: boolean }
  | { kind: 'handle'; name: string }
  | { kind: 'struct'; name: string }
  | { kind: 'callback' }
  | { kind: 'pointer' };

const narrow = new Set(['int', 'unsigned int', 'unsigned char', 'unsigned short', 'char', 'double']);
const wide = new Set(['long', 'unsigned long', 'long long', 'unsigned long long', 'size_t']);

/** Tells types apart with what one description declares. */
export class Types {
  readonly handles: ReadonlySet<string>;
  readonly #callbacks: ReadonlySet<string>;
  readonly #typedefs: ReadonlyMap<string, string>;

  constructor(api: Api) {
    this.handles = new Set(api.structs.filter((s) => s.fields.length === 0).map((s) => s.name));
    this.#callbacks = new Set(api.callbacks.map((c) => c.name));
    this.#typedefs = api.typedefs;
  }

  classify(type: string): CType {
    if (type === 'void') return { kind: 'void' };
    if (narrow.has(type)) return { kind: 'number', wide: false };
    if (wide.has(type)) return { kind: 'number', wide: true };
    if (type === 'char *') return { kind: 'string', constant: false };
    if (type === 'const char *') return { kind: 'string', constant: true };
    if (this.#callbacks.has(type)) return { kind: 'callback' };
    const target = this.pointee(type);
    if (target === null) return { kind: 'pointer' };
    if (this.handles.has(target)) return { kind: 'handle', name: target };
    return { kind: 'struct', name: target };
  }

  /** The struct that a typedef `virXxxPtr` points to. */
  pointee(type: string): string | null {
    return /^(\w+) \*$/.exec(this.#typedefs.get(type) ?? '')?.[1] ?? null;
  }

  /** Replaces typedefs of scalars by what they stand for: all enums are ints. */
  scalar(type: string): string {
    const target = this.#typedefs.get(type);
    if (target === 'enum') return 'int';
    return target && (narrow.has(target) || wide.has(target)) ? target : type;
  }
}
