import { type Device, type Domain, type DomElement, pairDevices } from '../../../../model/index.ts';

/** Names for devices that stay the same while one edits them, whatever of them is changed. */
export class DeviceIds {
  readonly #ids = new WeakMap<DomElement, string>();
  #last = 0;

  of(device: Pick<Device, 'element'>): string {
    const known = this.#ids.get(device.element);
    if (known) return known;
    this.#last += 1;
    const made = `device-${this.#last}`;
    this.#ids.set(device.element, made);
    return made;
  }

  /** Gives a device the name that it had before. */
  name(device: Pick<Device, 'element'>, id: string): void {
    this.#ids.set(device.element, id);
    this.#last = Math.max(this.#last, Number(/\d+$/.exec(id)?.[0] ?? 0));
  }

  /** An element that takes the place of another one. */
  replace(before: DomElement, after: DomElement): void {
    const id = this.#ids.get(before);
    if (id !== undefined) this.#ids.set(after, id);
  }

  /** The devices of a document that was read anew keep the names of those that they were. */
  carryOver(before: Domain, after: Domain): void {
    for (const [element, device] of pairDevices(before, after)) this.replace(element, device.element);
  }
}
