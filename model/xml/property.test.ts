import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument, tidyDocument } from '../../test/fixtures/xml-documents.ts';
import type { DomElement, DomNode, XmlParser } from '../dom.ts';
import {
  findElement,
  getPath,
  insertXml,
  parseDocument,
  removeElement,
  serialize,
  setPath,
  type XmlDocument,
} from '../index.ts';

const PARSERS: [string, XmlParser | undefined][] = [
  ['the default parser', undefined],
  ['xmldom', new DOMParser({ onError: () => {} })],
];

function elementsOf(root: DomElement): DomElement[] {
  const found: DomElement[] = [];
  const visit = (node: DomNode): void => {
    if (node.nodeType === 1) found.push(node as DomElement);
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };
  visit(root);
  return found;
}

function lineage(element: DomElement): Set<DomNode> {
  const found = new Set<DomNode>();
  for (let at: DomNode | null = element; at; at = at.parentNode) found.add(at);
  return found;
}

/** The DOM in plain values, to hold one parser against another. */
function plain(node: DomNode): unknown {
  const children: unknown[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeName !== 'xml' && !(node.nodeType === 9 && child.nodeType === 3))
      children.push(plain(child));
  }
  const attributes: unknown[] = [];
  if (node.nodeType === 1) {
    const list = (node as DomElement).attributes;
    for (let index = 0; index < list.length; index += 1) {
      const attr = list.item(index)!;
      attributes.push([
        attr.name,
        attr.value,
        attr.namespaceURI ?? null,
        attr.localName,
        attr.prefix || null,
      ]);
    }
  }
  const element = node.nodeType === 1 ? (node as DomElement) : undefined;
  return [node.nodeType, node.nodeName, node.nodeValue, element?.namespaceURI ?? null, attributes, children];
}

const PATH = fc.constantFrom(
  'title',
  'cputune/shares',
  'os/boot[2]/@dev',
  'os/@firmware',
  'features/acpi/@x',
  'features/hyperv/relaxed/@state',
  "devices/disk[@type='file']/driver/@cache",
  "devices/disk[@type='block']/target/@dev",
  "cpu/feature[@name='vmx']/@policy",
  'devices/disk/source/@file',
  'devices/interface[1]/source/@network',
  'devices/empty/@a',
  'qemu:commandline/qemu:arg/@value',
  'metadata/libosinfo:libosinfo/libosinfo:os/@id',
);
const VALUE = fc.string({
  unit: fc.constantFrom('a', 'B', '1', ' ', "'", '"', '<', '&', '>', 'é', '\n', '\t'),
});

describe.each(PARSERS)('%s', (_name, parser) => {
  const parse = (xml: string): XmlDocument => parseDocument(xml, parser ? { parser } : {});

  it('gives back any document as it was', () => {
    fc.assert(
      fc.property(anyDocument, (xml) => {
        expect(serialize(parse(xml))).toBe(xml);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps everything around an edit', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('@a', '@new', 'sub/@x', 'sub', 'a'), VALUE), {
          maxLength: 5,
        }),
        (xml, edits) => {
          const document = parse(xml);
          const all = elementsOf(document.root);
          const touched = new Set<DomNode>();
          const before = new Map(all.map((element) => [element, serialize(element)]));
          for (const [pick, path, value] of edits) {
            const element = all[pick % all.length]!;
            const target = path.startsWith('@')
              ? element
              : (findElement(element, path.replace(/\/@x$/, '')) ?? element);
            try {
              setPath(element, path, value);
            } catch {
              // Text cannot be set where elements stand.
            }
            for (const node of lineage(target)) touched.add(node);
            const made = findElement(element, 'sub');
            if (made) touched.add(made);
          }
          for (const element of all) {
            if (!touched.has(element)) expect(serialize(element)).toBe(before.get(element));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gets what was set, also after writing and reading', () => {
    fc.assert(
      fc.property(tidyDocument, PATH, VALUE, (xml, path, value) => {
        const document = parse(xml);
        setPath(document.root, path, value);
        expect(getPath(document.root, path)).toBe(value);
        expect(getPath(parse(serialize(document)).root, path)).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  it('is as before when what was added is removed, in any order', () => {
    fc.assert(
      fc.property(
        tidyDocument,
        fc.uniqueArray(PATH, { maxLength: 6 }),
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        (xml, paths, order) => {
          const document = parse(xml);
          const fresh = paths.filter((path) => getPath(document.root, path) === null);
          for (const path of fresh) setPath(document.root, path, 'value');
          const sorted = fresh
            .map((path, index) => ({ path, rank: order[index] ?? 0 }))
            .sort((a, b) => a.rank - b.rank);
          for (const { path } of sorted) setPath(document.root, path, null);
          expect(serialize(document)).toBe(xml);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is as before when inserted elements are removed', () => {
    fc.assert(
      fc.property(fc.oneof(tidyDocument, anyDocument), fc.nat(), fc.nat(), (xml, pick, second) => {
        const document = parse(xml);
        const all = elementsOf(document.root);
        const added = [pick, second].map((index) =>
          insertXml(all[index % all.length]!, `<new a="1">\n<sub>x</sub>\n</new>`),
        );
        for (const element of added.reverse()) removeElement(element);
        expect(serialize(document)).toBe(xml);
      }),
      { numRuns: 200 },
    );
  });
});

describe('both parsers', () => {
  it('make the same of any document', () => {
    fc.assert(
      fc.property(anyDocument, (xml) => {
        const first = parseDocument(xml);
        const second = parseDocument(xml, { parser: new DOMParser({ onError: () => {} }) });
        expect(plain(first.document)).toEqual(plain(second.document));
      }),
      { numRuns: 300 },
    );
  });

  it('write the same after the same edits', () => {
    fc.assert(
      fc.property(
        tidyDocument,
        fc.array(fc.tuple(PATH, fc.option(VALUE)), { maxLength: 8 }),
        (xml, edits) => {
          const [first, second] = [undefined, new DOMParser()].map((parser) => {
            const document = parseDocument(xml, parser ? { parser } : {});
            for (const [path, value] of edits) setPath(document.root, path, value);
            return serialize(document);
          });
          expect(first).toBe(second);
        },
      ),
      { numRuns: 200 },
    );
  });
});
