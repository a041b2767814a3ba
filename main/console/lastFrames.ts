import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LastFrame } from '../../contract/index.ts';
import { writeAtomically } from '../settings/jsonFile.ts';

/** Pictures kept; those that are older go. */
const KEPT = 200;
const NAME = /^([0-9a-f-]{36})-(\d{1,3})\.jpg$/;
/** A window may still keep the picture of a machine that has just ended, and another host tell that it has it, in ms. */
const SETTLE_MS = 10_000;
const PREFIX = 'data:image/jpeg;base64,';

/**
 * The last picture of each display that was shown, kept between runs so that a machine that is off still shows what
 * was to be seen. Only this user can read them: screens show anything.
 */
export class LastFrames {
  readonly #folder: string;
  /** One after another: the newest picture wins. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param data the data folder */
  constructor(data: string) {
    this.#folder = join(data, 'last-frames');
  }

  /**
   * @param key of the display, its index
   * @param picture a JPEG as data URL
   */
  keep(uuid: string, key: string, picture: string): Promise<void> {
    const done = this.#turn.then(() => this.#write(uuid, key, picture));
    this.#turn = done.catch(() => {});
    return done;
  }

  /** @param key null: the newest of all displays of the machine */
  async read(uuid: string, key: string | null): Promise<LastFrame | null> {
    await this.#turn;
    const newest = (await this.#list()).find(
      (one) => one.uuid === uuid.toLowerCase() && (key === null || one.key === key),
    );
    if (!newest) return null;
    const bytes = await readFile(join(this.#folder, newest.name)).catch(() => null);
    return bytes && { picture: `${PREFIX}${bytes.toString('base64')}`, time: Math.round(newest.time) };
  }

  /**
   * A machine was deleted: its pictures go with it.
   * @param exists whether there is such a machine all the same: asked a little later
   */
  forgetUnless(uuid: string, exists: () => boolean): void {
    setTimeout(() => {
      if (!exists()) this.#turn = this.#turn.then(() => this.#remove(uuid)).catch(() => {});
    }, SETTLE_MS).unref();
  }

  async #remove(uuid: string): Promise<void> {
    for (const one of await this.#list())
      if (one.uuid === uuid.toLowerCase()) await rm(join(this.#folder, one.name), { force: true });
  }

  async #write(uuid: string, key: string, picture: string): Promise<void> {
    const name = `${uuid.toLowerCase()}-${key}.jpg`;
    if (!NAME.test(name) || !picture.startsWith(PREFIX)) return;
    await writeAtomically(join(this.#folder, name), Buffer.from(picture.slice(PREFIX.length), 'base64'));
    for (const old of (await this.#list()).slice(KEPT))
      await rm(join(this.#folder, old.name), { force: true });
  }

  /** Newest first. */
  async #list() {
    const names = await readdir(this.#folder).catch(() => []);
    const found = await Promise.all(
      names.map(async (name) => {
        const [, uuid, key] = NAME.exec(name) ?? [];
        if (uuid === undefined || key === undefined) return [];
        const time = await stat(join(this.#folder, name)).then(
          ({ mtimeMs }) => mtimeMs,
          () => null,
        );
        return time === null ? [] : [{ name, uuid, key, time }];
      }),
    );
    return found.flat().sort((a, b) => b.time - a.time);
  }
}
