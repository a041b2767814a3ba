import { type Change, type Domain, type DomElement, findElements, serialize } from '../../../model/index.ts';
import type { LiveStep } from '../../libvirt/operations/support/liveSteps.ts';
import type { PlannedStep } from './liveSteps.ts';
import type { Documents } from './tuningSteps.ts';

/** Title and description, and each program's own element that differs. */
export function metadataSteps(changes: readonly Change[], { live, target }: Documents): PlannedStep[] {
  const own = { key: null, namespace: null };
  const keysOf = (test: (key: string) => boolean) =>
    changes.filter((change) => test(change.key)).map((change) => change.key);
  const steps: PlannedStep[] = [];
  for (const what of ['title', 'description'] as const) {
    const keys = keysOf((key) => key === what);
    if (keys.length > 0)
      steps.push({ keys, step: { do: 'metadata', what, value: target[what], ...own }, removes: null });
  }
  const keys = keysOf((key) => key.startsWith('metadata'));
  if (keys.length > 0) {
    for (const step of elementSteps(live, target)) steps.push({ keys, step, removes: null });
  }
  return steps;
}

function elementSteps(live: Domain, target: Domain): LiveStep[] {
  const before = metadataElements(live);
  const after = metadataElements(target);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((namespace): LiveStep[] => {
    const element = after.get(namespace);
    const was = before.get(namespace);
    if (was && element && serialize(element) === serialize(was)) return [];
    const value = element ? withoutPrefix(element) : null;
    const key = (element ?? was)?.prefix ?? 'meta';
    return [{ do: 'metadata', what: 'element', value, key, namespace }];
  });
}

/**
 * An element in the form that virDomainSetMetadata takes: libvirt gives it, and what is in it without a prefix,
 * the namespace itself, and refuses one that is declared already.
 */
function withoutPrefix(element: DomElement): string {
  const text = serialize(element);
  const prefix = element.prefix ?? '';
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const bare = text.replace(new RegExp(`(<[^>]*?)\\s${declaration}=(?:'[^']*'|"[^"]*")`), '$1');
  return prefix === '' ? bare : bare.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

function metadataElements(domain: Domain): Map<string, DomElement> {
  const found = new Map<string, DomElement>();
  for (const metadataElement of findElements(domain.element, 'metadata')) {
    for (let node = metadataElement.firstChild; node; node = node.nextSibling) {
      if (isElementNode(node) && node.namespaceURI) found.set(node.namespaceURI, node);
    }
  }
  return found;
}

function isElementNode(node: { readonly nodeType: number }): node is DomElement {
  return node.nodeType === 1;
}
