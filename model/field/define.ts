import { XmlError } from '../errors.ts';
import type { ElementOrDocument } from '../xml/document.ts';
import { type ParseOptions, parseDocument } from '../xml/parse.ts';
import type { Field, Part, Spec } from './field.ts';
import { XmlNode } from './node.ts';

type WritableKeys<S extends Spec> = { [K in keyof S]: S[K] extends Field<infer _T> ? K : never }[keyof S];
type PartKeys<S extends Spec> = { [K in keyof S]: S[K] extends Part<infer _T> ? K : never }[keyof S];

/** The properties that a spec gives to its class. */
export type Values<S extends Spec> = {
  [K in WritableKeys<S>]: S[K] extends Field<infer T> ? T : never;
} & {
  readonly [K in PartKeys<S>]: S[K] extends Part<infer T> ? T : never;
};

export interface Defined<S extends Spec> {
  new (from: ElementOrDocument, prefix?: string): XmlNode & Values<S>;
  readonly fields: S;
  /**
   * Reads a document of which the root element is such a node.
   *
   * @throws XmlError `malformed`, `doctype`, `limit`, or `value` if the root element is another one
   */
  parse<N>(this: new (from: ElementOrDocument) => N, xml: string, options?: ParseOptions): N;
}

const RESERVED: ReadonlySet<string> = new Set(['element', 'partPath']);

/**
 * A class of nodes with one property for each field of the spec:
 *
 * ```ts
 * class Target extends define({ dev: attr('@dev'), bus: attr('@bus', DISK_BUS) }) {}
 * new Target(element).bus = 'scsi';
 * ```
 *
 * @param root the element that a document of the class begins with; `parse` refuses others
 */
export function define<S extends Spec>(fields: S, root?: string): Defined<S> {
  class Node extends XmlNode {
    static readonly fields = fields;

    static parse<N>(this: new (from: ElementOrDocument) => N, xml: string, options?: ParseOptions): N {
      const document = parseDocument(xml, options);
      const { nodeName } = document.root;
      if (root !== undefined && nodeName !== root) {
        throw new XmlError('value', `<${root}> was expected, but the document is a <${nodeName}>`);
      }
      return new this(document);
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    if (name in Node.prototype || RESERVED.has(name)) throw new Error(`The field name "${name}" is taken`);
    Object.defineProperty(Node.prototype, name, {
      enumerable: true,
      configurable: true,
      get(this: XmlNode) {
        return field.read(this);
      },
      ...(field.kind === 'value' && {
        set(this: XmlNode, value: unknown) {
          field.write(this, value);
        },
      }),
    });
  }
  const made: typeof XmlNode = Node;
  if (!hasFields(made, fields)) throw new Error('A field was not defined');
  return made;
}

/** True once every field is a property of the class: what the compiler cannot follow is looked at. */
function hasFields<S extends Spec>(node: typeof XmlNode, fields: S): node is Defined<S> & typeof XmlNode {
  return 'fields' in node && 'parse' in node && Object.keys(fields).every((name) => name in node.prototype);
}
