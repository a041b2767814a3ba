import { DOCUMENT_CLASSES, isDocumentKind } from '../documents.ts';
import type { DomElement } from '../dom.ts';
import { DEVICE_CLASSES, isDeviceKind } from '../domain/devices.ts';
import { XmlError } from '../errors.ts';
import type { NodeClass } from '../field/field.ts';
import { XmlNode } from '../field/node.ts';
import { type ElementOrDocument, elementOf } from '../xml/document.ts';
import type { Change } from './change.ts';
import { Comparison, type Difference, type When } from './comparison.ts';
import { domainEffect, driverOf, networkEffect } from './effect.ts';
import { liveOperation, type Place } from './live.ts';
import { tidy } from './tidy.ts';

export interface CompareOptions {
  /** The libvirt driver that decides what takes effect when; by default that of the domain's type. */
  readonly driver?: string | undefined;
}

/**
 * The differences between two documents of the same kind, or two devices, in the order of the accessors.
 * What belongs together is found by identity (target, MAC, alias, address), not by position. What libvirt fills
 * in at run time is no difference: aliases, addresses in the guest, automatic ports, generated security
 * labels, backing chains.
 *
 * @throws XmlError `value` if the root elements are different or those of no document of libvirt's
 */
export function compare(
  before: ElementOrDocument | XmlNode,
  after: ElementOrDocument | XmlNode,
  options: CompareOptions = {},
): Change[] {
  return differences(before, after, options).map(({ change }) => change);
}

/**
 * Makes one document like another in what the keys name, and in nothing else: the changes of one user put
 * upon what another one has saved meanwhile.
 *
 * @param to the document that is edited
 * @param from the document that has the values
 * @param keys of changes between `from` and the document it was made from
 * @returns the changes made
 */
export function applyChanges(
  to: ElementOrDocument | XmlNode,
  from: ElementOrDocument | XmlNode,
  keys: ReadonlySet<string>,
): Change[] {
  const wanted = differences(to, from, {}).filter(({ change }) => keys.has(change.key));
  for (const { apply } of wanted) apply();
  if (wanted.length > 0) tidy(rootOf(to));
  return wanted.map(({ change }) => change);
}

function differences(
  before: ElementOrDocument | XmlNode,
  after: ElementOrDocument | XmlNode,
  options: CompareOptions,
): Difference[] {
  const first = rootOf(before);
  const second = rootOf(after);
  if (first.nodeName !== second.nodeName) {
    throw new XmlError('value', `<${first.nodeName}> and <${second.nodeName}> cannot be compared`);
  }
  const of = classOf(first);
  return new Comparison(effectFor(first, options)).run(of, first, second);
}

function rootOf(from: ElementOrDocument | XmlNode): DomElement {
  return from instanceof XmlNode ? from.element : elementOf(from);
}

function classOf(root: DomElement): NodeClass {
  const name = root.nodeName;
  // <interface> is both a device and a document of the host's; the latter has a name of its own.
  if (isDeviceKind(name) && !(isDocumentKind(name) && root.getAttribute('name') !== null)) {
    return DEVICE_CLASSES[name];
  }
  if (isDocumentKind(name)) return DOCUMENT_CLASSES[name];
  throw new XmlError('value', `<${name}> is the root of none of libvirt's documents`);
}

function effectFor(root: DomElement, options: CompareOptions): (place: Place) => When {
  if (root.nodeName === 'network') return (place) => ({ effect: networkEffect(place), live: null });
  const driver = driverOf(options.driver ?? root.getAttribute('type'));
  return (place) => ({ effect: domainEffect(driver, place), live: liveOperation(driver, place) });
}
