import type { Field, NodeClass, Part, Spec } from './field.ts';
import type { XmlNode } from './node.ts';

function isNodeClass(value: unknown): value is NodeClass {
  return typeof value === 'function' && 'fields' in value;
}

/** What the class of a node declares. */
export function specOf(node: XmlNode): Spec {
  return isNodeClass(node.constructor) ? node.constructor.fields : {};
}

/** A field of a node by its name; undefined for parts, and for what the class does not declare. */
export function fieldOf(node: XmlNode, name: string): Field<unknown> | undefined {
  const found: Field<unknown> | Part<unknown> | undefined = specOf(node)[name];
  return found?.kind === 'value' ? found : undefined;
}

/** A view of the same class and the same part on another element. */
export function sameView(node: XmlNode, element: XmlNode['element']): XmlNode | undefined {
  return isNodeClass(node.constructor) ? new node.constructor(element, node.partPath) : undefined;
}
