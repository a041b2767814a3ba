import type { XmlNode } from './node.ts';

/** One value of a node: where it stands, how to read it and how to write it. */
export interface Field<T> {
  readonly kind: 'value';
  /** Where the value stands, seen from the node. */
  readonly path: string;
  /** Other places the value uses, such as the attribute with its unit. */
  readonly also: readonly string[];
  /** The values libvirt documents, where there is a list of them. Others may occur and stay. */
  readonly choices: readonly string[] | undefined;
  read(node: XmlNode): T;
  /** Null (and false for flags) removes the value and what became empty by that. */
  write(node: XmlNode, value: T): void;
}

/** A part of a node that is a node of its own, once or as often as it occurs. */
export interface Part<T> {
  readonly kind: 'section' | 'list';
  readonly path: string;
  /** The class of the parts; a function, for classes may contain each other. */
  readonly of: () => NodeClass;
  read(node: XmlNode): T;
}

/** What a class of nodes declares, by property name. */
export type Spec = Readonly<Record<string, Field<unknown> | Part<unknown>>>;

/** A class made by `define`, as far as one needs it to walk over what it covers. */
export interface NodeClass {
  new (...args: ConstructorParameters<typeof XmlNode>): XmlNode;
  readonly fields: Spec;
  /** Parts that cannot stand in `fields` because they contain themselves. */
  readonly nested?: Readonly<Record<string, () => NodeClass>>;
}

/** A value that libvirt documents, or one that it does not (yet). */
export type Choice<C extends readonly string[]> = C[number] | (string & Record<never, never>);
