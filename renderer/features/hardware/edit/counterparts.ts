import {
  type Change,
  type Device,
  type Domain,
  locateDevices,
  pairDevices,
  sameView,
  type XmlNode,
} from '../../../../model/index.ts';

type Devices = ReadonlySet<Device['element']>;

/** What things of a proposed definition are in the one that it was made of. Good until one of them changes. */
export class Counterparts {
  readonly #base: Domain;
  readonly #proposed: Domain;
  #pairs: ReturnType<typeof pairDevices> | null = null;
  #changed: { of: readonly Change[]; devices: Devices } | null = null;

  constructor(base: Domain, proposed: Domain) {
    this.#base = base;
    this.#proposed = proposed;
  }

  /** What a node of the proposed definition was; undefined: it is new. */
  before(node: XmlNode): XmlNode | undefined {
    if (node.element === this.#proposed.element) return sameView(node, this.#base.element);
    const device = this.#paired().get(node.element);
    return device && sameView(node, device.element);
  }

  /** The devices of the proposed definition that are new, or in which something was changed. */
  changedDevices(changes: readonly Change[]): Devices {
    // The list and the bar ask one after another, at each keystroke.
    if (this.#changed?.of !== changes) this.#changed = { of: changes, devices: this.#findChanged(changes) };
    return this.#changed.devices;
  }

  #findChanged(changes: readonly Change[]): Devices {
    const pairs = this.#paired();
    const found = new Set<Device['element']>();
    const keys = changes.map((change) => change.key);
    for (const { device, key } of locateDevices(this.#base)) {
      if (keys.some((one) => one.startsWith(`${key}/`))) found.add(device.element);
    }
    return new Set(
      this.#proposed.devices
        .map((device) => device.element)
        .filter((element) => {
          const before = pairs.get(element);
          return before === undefined || found.has(before.element);
        }),
    );
  }

  #paired(): ReturnType<typeof pairDevices> {
    this.#pairs ??= pairDevices(this.#proposed, this.#base);
    return this.#pairs;
  }
}
