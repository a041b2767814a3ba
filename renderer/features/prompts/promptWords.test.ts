import { describe, expect, it } from 'vitest';
import { firstToFill, rememberWords } from './promptWords.ts';

const user = { key: '0', label: 'User name', secret: false, defaultValue: 'me' };
const password = { key: '1', label: 'Password', secret: true, defaultValue: '' };

describe('remembering', () => {
  it('says where', () => {
    expect(rememberWords({ fields: [password] })?.label).toContain('keyring');
    expect(rememberWords({ fields: [password], remember: 'until-closed' })?.label).toContain('closed');
  });

  it('is not offered for codes, nor where nothing is secret', () => {
    expect(rememberWords({ fields: [password], remember: 'never' })).toBeNull();
    expect(rememberWords({ fields: [user] })).toBeNull();
  });
});

it('begins with what is empty', () => {
  expect(firstToFill([user, password])).toBe('1');
  expect(firstToFill([user])).toBe('0');
  expect(firstToFill([])).toBeUndefined();
});
