import { attr, define, list, texts, yesNo } from '../field/index.ts';

/** A list of values under a name: what can be written into one attribute. */
export class CapabilityEnum extends define({ name: attr('@name'), values: texts('value') }) {}

/** Whether something is supported, and with which values. */
export class CapabilityGroup extends define({
  supported: yesNo('@supported'),
  enums: list('enum', () => CapabilityEnum),
}) {
  /** The values of one of its lists; undefined if libvirt does not tell. */
  valuesOf(name: string): readonly string[] | undefined {
    return this.enums.find((entry) => entry.name === name)?.values;
  }
}
