import { randomBytes } from 'node:crypto';
import { apiError } from '../../../contract/index.ts';
import type { Domain } from '../../../model/index.ts';
import { readDomain } from './documents.ts';

/** Stands in for a password, so that one sees that there is one, and edits can take it out or replace it. */
export const HIDDEN = '••••••••';

/**
 * A definition with a stand-in for each password that it has.
 * @param xml without secrets, as it is shown
 * @param secure the same with secrets; null: they were not asked for
 */
export function withStandIns(xml: string, secure: string | null): string;
export function withStandIns(xml: string | null, secure: string | null): string | null;
export function withStandIns(xml: string | null, secure: string | null): string | null {
  if (xml === null || secure === null || !secure.includes('passwd=')) return xml;
  const shown = readDomain(xml, 'The definition');
  const displays = shown.graphics.all;
  readDomain(secure, 'The definition').graphics.all.forEach(({ type, password }, index) => {
    const display = displays[index];
    if (password !== null && display?.type === type) display.password = HIDDEN;
  });
  return shown.toXml();
}

/** A definition out of the history has no secrets: its displays keep the passwords they have now. */
export function keepPasswords(then: Domain, now: Domain): void {
  for (const display of then.graphics.all) {
    const same = now.graphics.find(({ type }) => type === display.type);
    display.password = same?.password ?? null;
  }
}

/**
 * Gives each display whose password only dots stand for a random one: the dots would be a password that everybody
 * knows, and without any the display would be open to everybody. VNC looks at eight characters.
 */
export function replaceStandIns(document: Domain): void {
  for (const display of document.graphics.all) {
    if (display.password === HIDDEN) display.password = randomBytes(6).toString('base64url');
  }
}

/** A definition for the history, which keeps no passwords. */
export function withoutPasswords(xml: string): string {
  const document = readDomain(xml, 'The definition');
  for (const display of document.graphics.all) display.password = null;
  return document.toXml();
}

/**
 * Refuses to make a stand-in a password: it comes with a display that was copied out of a definition.
 * @throws ApiError `invalid`
 */
export function refuseStandIns(document: Domain): void {
  const display = document.graphics.find(({ password }) => password === HIDDEN);
  if (!display) return;
  throw apiError(
    'invalid',
    `The password of the new ${display.type} display is not known: only dots stand in its place.`,
    'Type a password for it, or take it out.',
  );
}
