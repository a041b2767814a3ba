import { XmlError } from '../errors.ts';

/** A condition on an attribute, `[@name='vmx']`. */
export interface AttributeTest {
  readonly attribute: string;
  readonly value: string;
}

/** One element on the way: `boot[2]`, `feature[@name='vmx']`, `qemu:arg`. */
export interface ElementStep {
  readonly name: string;
  readonly tests: readonly AttributeTest[];
  /** Which of the matching ones, counted from 1; undefined is the first. */
  readonly position: number | undefined;
}

/** A path taken apart: elements, and at the end possibly an attribute. */
export interface ParsedPath {
  readonly steps: readonly ElementStep[];
  readonly attribute: string | undefined;
}

const cache = new Map<string, ParsedPath>();
const CACHE_SIZE = 4096;

const NAME = /^(?:[\p{L}_][\p{L}\p{N}_.-]*:)?[\p{L}_][\p{L}\p{N}_.-]*/u;
const POSITION = /^\[([1-9][0-9]{0,8})\]/;
const TEST = /^\[@([^=\]]+)=(?:'([^']*)'|"([^"]*)")\]/;

/**
 * Reads a path: `source/@file`, `os/boot[2]/@dev`, `cpu/feature[@name='vmx']/@policy`, `name`, `.`, `@type`.
 *
 * @throws XmlError `path`
 */
export function parsePath(path: string): ParsedPath {
  const known = cache.get(path);
  if (known) return known;
  const parsed = new PathReader(path).read();
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(path, parsed);
  return parsed;
}

class PathReader {
  readonly #path: string;
  #rest: string;

  constructor(path: string) {
    this.#path = path;
    this.#rest = path.startsWith('./') ? path.slice(2) : path;
  }

  read(): ParsedPath {
    const steps: ElementStep[] = [];
    if (this.#rest === '.' || this.#rest === 'text()') return { steps, attribute: undefined };
    for (;;) {
      if (this.#rest.startsWith('@')) {
        this.#rest = this.#rest.slice(1);
        const attribute = this.#name();
        if (this.#rest) this.#fail('an attribute must be the last part');
        return { steps, attribute };
      }
      steps.push(this.#step());
      if (!this.#rest || this.#rest === '/text()') return { steps, attribute: undefined };
      if (!this.#rest.startsWith('/')) this.#fail(`"${this.#rest}" was not expected`);
      this.#rest = this.#rest.slice(1);
    }
  }

  #step(): ElementStep {
    const name = this.#name();
    const tests: AttributeTest[] = [];
    let position: number | undefined;
    while (this.#rest.startsWith('[')) {
      const test = TEST.exec(this.#rest);
      const place = POSITION.exec(this.#rest);
      if (test && position === undefined) {
        tests.push({ attribute: test[1] ?? '', value: test[2] ?? test[3] ?? '' });
      } else if (place && position === undefined) position = Number(place[1]);
      else this.#fail(`"${this.#rest}" was not expected`);
      this.#rest = this.#rest.slice((test ?? place)?.[0].length ?? 0);
    }
    return { name, tests, position };
  }

  #name(): string {
    const match = NAME.exec(this.#rest);
    if (!match) return this.#fail('a name is missing');
    this.#rest = this.#rest.slice(match[0].length);
    return match[0];
  }

  #fail(why: string): never {
    throw new XmlError('path', `The path "${this.#path}" cannot be read: ${why}`);
  }
}
