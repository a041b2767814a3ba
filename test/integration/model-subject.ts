import {
  buildDomain,
  compare,
  Domain,
  type DomElement,
  type DomNode,
  insertXml,
  parseDocument,
  removeElement,
  serialize,
  setPath,
  uncovered,
  XmlError,
  type XmlParser,
} from '../../model/index.ts';

/** What one parser makes of a document; plain values, so that they can cross from a browser to Node. */
export interface Reading {
  readonly refused: string | null;
  /** As JSON: a browser hands over no values that are nested very deep. */
  readonly dom: string;
  readonly written: string;
  readonly edited: string;
  readonly restored: string;
  readonly understood: readonly string[];
}

/** Edits that touch elements, attributes, text, namespaces and white space: path and value. */
const EDITS: readonly (readonly [string, string | boolean | null])[] = [
  ['title', `Bob's <title> & "more"`],
  ['cputune/shares', '2048'],
  ['os/boot[1]/@dev', 'cdrom'],
  ['features/hyperv/relaxed/@state', 'on'],
  ["cpu/feature[@name='vmx']/@policy", 'disable'],
  ["devices/disk[@device='disk']/driver/@cache", 'none\n\t"x"'],
  ['devices/interface/source/@network', 'other'],
  ['qemu:commandline/qemu:arg[1]/@value', '-x'],
  ['metadata/libosinfo:libosinfo/libosinfo:os/@id', 'http://debian.org/debian/12'],
  ['a/b/@c', 'd'],
  ['features/acpi', true],
  ['description', null],
];

/** Reads, writes, edits and undoes one document with a parser. */
export function readWith(xml: string, parser: XmlParser | undefined): Reading {
  const options = parser ? { parser } : {};
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(xml, options);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { refused: error.reason, dom: '', written: '', edited: '', restored: '', understood: [] };
  }
  const written = serialize(document);
  const dom = JSON.stringify(plain(document.document));
  const element = insertXml(document.root, `<added a="1">\n<qemu:b/>\n</added>`);
  removeElement(element);
  const restored = serialize(document);
  for (const [path, value] of EDITS) attempt(() => setPath(document.root, path, value));
  const known = document.root.nodeName === 'domain';
  return {
    refused: null,
    dom,
    written,
    edited: serialize(document),
    restored,
    understood: known ? uncovered(document) : [],
  };
}

function attempt(edit: () => void): void {
  try {
    edit();
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
  }
}

/** A new machine, edited and compared with what it was: the accessors at work. */
export function workWith(parser: XmlParser | undefined): { xml: string; changes: string[] } {
  const options = parser ? { parser } : {};
  const made = buildDomain({
    name: 'n',
    type: 'qemu',
    memory: 2 ** 30,
    vcpu: 2,
    disks: [{ file: '/a' }],
    takenMacs: [],
  });
  const before = Domain.parse(made.toXml(), options);
  const after = Domain.parse(made.toXml(), options);
  for (const disk of after.disks) disk.cache = 'none';
  after.memory = 2 ** 31;
  after.addDevice('rng', { model: 'virtio', backend: 'random' });
  after.cpu.features.add({ name: 'vmx', policy: 'require' });
  after.metadata.tags = ['a', 'b'];
  return { xml: after.toXml(), changes: compare(before, after).map((change) => change.text) };
}

function plain(node: DomNode): unknown {
  const children: unknown[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(plain(child));
  const element = node.nodeType === 1 ? (node as DomElement) : undefined;
  const attributes = element ? attributesOf(element) : [];
  return [node.nodeType, node.nodeName, node.nodeValue, element?.namespaceURI ?? null, attributes, children];
}

function attributesOf(element: DomElement): unknown[] {
  const found: unknown[] = [];
  for (let index = 0; index < element.attributes.length; index += 1) {
    const attr = element.attributes.item(index);
    found.push([attr?.name, attr?.value, attr?.namespaceURI ?? null, attr?.localName, attr?.prefix ?? null]);
  }
  return found;
}
