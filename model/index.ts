/** libvirt's XML documents: read, edit in place, create and compare, without losing what nobody knows. */
export * from './dom.ts';
export { XmlError, type XmlErrorReason } from './errors.ts';
export { findElement, findElements, getPath, hasPath } from './path/get.ts';
export { ensureElement, type PathValue, setPath } from './path/set.ts';
export { type ElementOrDocument, serialize, XmlDocument } from './xml/document.ts';
export { insertXml, removeElement } from './xml/fragment.ts';
export { DEFAULT_LIMITS, type XmlLimits } from './xml/limits.ts';
export { KNOWN_NAMESPACES } from './xml/namespaces.ts';
export { type ParseOptions, parseDocument } from './xml/parse.ts';
export { xmldomParser } from './xml/parser.ts';
