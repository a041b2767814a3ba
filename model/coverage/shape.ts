import type { NodeClass } from '../field/field.ts';
import { parsePath } from '../path/parse.ts';

/** What the accessors of a class reach: elements with their attributes and texts, as a tree. */
export class Shape {
  readonly attributes = new Set<string>();
  readonly #children = new Map<string, Shape>();
  readonly #classes: (() => NodeClass)[] = [];
  #expanded = 0;
  hasText = false;
  /** True if the elements are parts of a list, each a node of its own. */
  list = false;

  /** The shape of a class. */
  static of(node: NodeClass): Shape {
    const shape = new Shape();
    shape.#classes.push(() => node);
    return shape;
  }

  attribute(name: string): boolean {
    this.#expand();
    return this.attributes.has(name);
  }

  get text(): boolean {
    this.#expand();
    return this.hasText;
  }

  child(name: string): Shape | undefined {
    this.#expand();
    return this.#children.get(name);
  }

  /** Adds what the classes met so far declare; not at once, for classes may contain each other. */
  #expand(): void {
    while (this.#expanded < this.#classes.length) {
      const node = this.#classes[this.#expanded]?.();
      this.#expanded += 1;
      if (node) this.#addClass(node);
    }
  }

  #addClass(node: NodeClass): void {
    for (const field of Object.values(node.fields)) {
      if (field.kind === 'value') {
        for (const path of [field.path, ...field.also]) this.#addValue(path);
      } else this.#addPart(field.path, field.of, field.kind === 'list');
    }
    for (const [path, of] of Object.entries(node.nested ?? {})) this.#addPart(path, of, true);
  }

  #addPart(path: string, of: () => NodeClass, isList: boolean): void {
    const shape = this.#reach(path);
    shape.#classes.push(of);
    shape.list ||= isList;
  }

  #addValue(path: string): void {
    const { attribute } = parsePath(path);
    const shape = this.#reach(path);
    if (attribute === undefined) shape.hasText = true;
    else shape.attributes.add(attribute);
  }

  #reach(path: string): Shape {
    let shape: Shape = this;
    for (const step of parsePath(path).steps) {
      const next = shape.#children.get(step.name) ?? new Shape();
      shape.#children.set(step.name, next);
      shape = next;
      for (const test of step.tests) shape.attributes.add(test.attribute);
    }
    return shape;
  }
}
