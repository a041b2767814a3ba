import { type DomElement, isElement } from '../dom.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';

/**
 * Namespaces that libvirt's documents use, by the prefix libvirt writes
 * (https://libvirt.org/formatdomain.html and the pages of each driver).
 */
export const KNOWN_NAMESPACES: Readonly<Record<string, string>> = {
  qemu: 'http://libvirt.org/schemas/domain/qemu/1.0',
  lxc: 'http://libvirt.org/schemas/domain/lxc/1.0',
  xen: 'http://libvirt.org/schemas/domain/xen/1.0',
  bhyve: 'http://libvirt.org/schemas/domain/bhyve/1.0',
  vmware: 'http://libvirt.org/schemas/domain/vmware/1.0',
  ch: 'http://libvirt.org/schemas/domain/ch/1.0',
  dnsmasq: 'http://libvirt.org/schemas/network/dnsmasq/1.0',
  fs: 'http://libvirt.org/schemas/storagepool/fs/1.0',
  rbd: 'http://libvirt.org/schemas/storagepool/rbd/1.0',
  libosinfo: 'http://libosinfo.org/xmlns/libvirt/domain/1.0',
  virtdeck: 'urn:virtdeck:domain:1',
};

/** The namespace declared for a prefix (null for the default one) at this element by an attribute. */
function declaredAt(element: DomElement, prefix: string | null): string | null {
  return element.getAttribute(prefix === null ? 'xmlns' : `xmlns:${prefix}`);
}

/** The namespace a prefix stands for at an element, looking only at declarations; null if none is declared. */
export function namespaceInScope(element: DomElement, prefix: string | null): string | null {
  if (prefix === 'xml') return XML;
  let at: DomElement | null = element;
  while (at) {
    const uri = declaredAt(at, prefix);
    if (uri !== null) return uri || null;
    at = parentElement(at);
  }
  return null;
}

export function parentElement(element: DomElement): DomElement | null {
  const parent = element.parentNode;
  return isElement(parent) ? parent : null;
}

/** All declarations in scope at an element, by attribute name (`xmlns`, `xmlns:qemu`). */
export function namespacesInScope(element: DomElement): Map<string, string> {
  const found = new Map<string, string>();
  for (let at: DomElement | null = element; at; at = parentElement(at)) {
    for (let index = 0; index < at.attributes.length; index += 1) {
      const attr = at.attributes.item(index);
      if (attr?.namespaceURI !== XMLNS || found.has(attr.name)) continue;
      found.set(attr.name, attr.value);
    }
  }
  return found;
}

/** A prefix declared for the namespace at the element; undefined if there is none. */
export function prefixFor(element: DomElement, uri: string): string | undefined {
  for (const [name, value] of namespacesInScope(element)) {
    if (value === uri && name !== 'xmlns') return name.slice('xmlns:'.length);
  }
  return undefined;
}

export function declareNamespace(element: DomElement, prefix: string, uri: string): void {
  element.setAttributeNS(XMLNS, `xmlns:${prefix}`, uri);
}

/**
 * Declarations that must be added for the element's text to mean what the DOM means.
 *
 * @param alone the element is written without its ancestors, so that what they declare is missing
 */
export function missingNamespaces(element: DomElement, alone: boolean): [string, string][] {
  const missing = new Map<string, string>();
  const own = new Set<string>();
  for (let index = 0; index < element.attributes.length; index += 1) {
    own.add(element.attributes.item(index)?.name ?? '');
  }
  if (alone) {
    for (const [name, uri] of namespacesInScope(element)) {
      if (!own.has(name) && uri && usesPrefix(element, name)) missing.set(name, uri);
    }
  }
  const parent = alone ? null : parentElement(element);
  const need = (prefix: string | null, uri: string | null): void => {
    const name = prefix === null ? 'xmlns' : `xmlns:${prefix}`;
    if (own.has(name) || missing.has(name) || prefix === 'xml' || prefix === 'xmlns') return;
    const inherited = parent ? namespaceInScope(parent, prefix) : null;
    if ((inherited ?? null) !== (uri || null)) missing.set(name, uri ?? '');
  };
  need(element.prefix, element.namespaceURI);
  for (let index = 0; index < element.attributes.length; index += 1) {
    const attr = element.attributes.item(index);
    if (attr?.prefix && attr.namespaceURI !== XMLNS) need(attr.prefix, attr.namespaceURI);
  }
  return [...missing];
}

function usesPrefix(element: DomElement, declaration: string): boolean {
  const prefix = declaration === 'xmlns' ? null : declaration.slice('xmlns:'.length);
  if (element.prefix === prefix) return true;
  for (let index = 0; index < element.attributes.length; index += 1) {
    if (prefix !== null && element.attributes.item(index)?.prefix === prefix) return true;
  }
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (isElement(node) && usesPrefix(node, declaration)) return true;
  }
  return false;
}
