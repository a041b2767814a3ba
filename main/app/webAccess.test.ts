import { describe, expect, it } from 'vitest';
import { WebAccess } from './webAccess.ts';

const pairOf = (setCookie: string) => setCookie.split(';')[0] ?? '';

describe('WebAccess', () => {
  it('takes each token once', () => {
    const access = new WebAccess();
    const [one, two] = [access.createToken(), access.createToken()];
    expect(access.spendToken(two)).toBe(true);
    expect(access.spendToken(two)).toBe(false);
    expect(access.spendToken(one)).toBe(true);
    expect(access.spendToken('')).toBe(false);
  });

  it('knows the sessions that it made, among other cookies, and tells them apart', () => {
    const access = new WebAccess();
    const [one, two] = [pairOf(access.createSession()), pairOf(access.createSession())];
    const session = access.sessionOf(`theme=dark; ${one}`);
    expect(session).not.toBeNull();
    expect(access.sessionOf(`${one}; a=b`)).toBe(session);
    expect(access.sessionOf(two)).not.toBe(session);
    expect(access.sessionOf(`${one}x`)).toBeNull();
    expect(access.sessionOf(undefined)).toBeNull();
  });

  it("does not take another host's cookie, which the browser sends along", () => {
    const cookie = pairOf(new WebAccess().createSession());
    expect(new WebAccess().sessionOf(cookie)).toBeNull();
  });

  it('keeps a window logged in over restarts only when told how', () => {
    const fixed = { instance: 'dev', secret: 'agreed' };
    const cookie = pairOf(new WebAccess(fixed).createSession());
    expect(new WebAccess(fixed).sessionOf(cookie)).not.toBeNull();
    expect(new WebAccess({ ...fixed, secret: 'other' }).sessionOf(cookie)).toBeNull();
  });
});
