export { type Defined, define, type Values } from './define.ts';
export type { Choice, Field, NodeClass, Part, Spec } from './field.ts';
export * from './lookup.ts';
export { XmlNode } from './node.ts';
export { assign, type Init, list, section, texts, XmlList } from './parts.ts';
export { size, unitFactor } from './units.ts';
export { attr, decimal, flag, hex, int, onOff, text, yesNo } from './values.ts';
