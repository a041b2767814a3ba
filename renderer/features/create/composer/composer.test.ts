import { describe, expect, it } from 'vitest';
import {
  ANSWER_FILES,
  answerFileOf,
  argumentValue,
  hasWord,
  serialConsole,
  withAnswerFile,
  withArguments,
  withValue,
  withWord,
} from './composer.ts';

describe('words', () => {
  it('adds and takes out a word and leaves the rest as it is', () => {
    expect(withWord('quiet  splash', 'console=ttyS0', true)).toBe('quiet splash console=ttyS0');
    expect(withWord('console=tty0 console=ttyS0 quiet', 'console=ttyS0', false)).toBe('console=tty0 quiet');
    expect(hasWord('console=ttyS0,115200', 'console=ttyS0')).toBe(false);
  });

  it('keeps quoted blanks together', () => {
    const line = withValue('dyndbg="file a.c +p" quiet', 'inst.repo', 'http://x/ y');
    expect(line).toBe('dyndbg="file a.c +p" quiet inst.repo="http://x/ y"');
    expect(argumentValue(line, 'inst.repo')).toBe('http://x/ y');
  });

  it('takes further arguments, and none twice', () => {
    const once = withArguments('quiet console=tty0', 'inst.repo=http://a/ console=ttyS0 quiet x="a b"');
    expect(once).toBe('quiet console=tty0 inst.repo=http://a/ console=ttyS0 x="a b"');
    expect(withArguments(once, 'inst.repo=http://b/ console=ttyS0 x="a b"')).toBe(
      'quiet console=tty0 inst.repo=http://b/ console=ttyS0 x="a b"',
    );
    expect(withArguments('quiet', '')).toBe('quiet');
  });

  it('replaces a value in its place', () => {
    expect(withValue('a=1 b=2 c=3', 'b', '4')).toBe('a=1 b=4 c=3');
    expect(withValue('a=1 b=2 c=3', 'b', '')).toBe('a=1 c=3');
    expect(argumentValue('root=/dev/vda1', 'roo')).toBeNull();
  });
});

describe('answer files', () => {
  it.each(ANSWER_FILES.map(({ kind }) => kind))('%s goes there and back', (kind) => {
    const url = kind === 'none' ? '' : 'http://10.0.0.1/answers/';
    const line = withAnswerFile('console=ttyS0', { kind, url });
    expect(answerFileOf(line)).toEqual({ kind, url });
    expect(withAnswerFile(line, { kind: 'none', url: '' })).toBe('console=ttyS0');
  });

  it.each(ANSWER_FILES.map(({ kind }) => kind))('%s stays chosen while no address is typed', (kind) => {
    expect(answerFileOf(withAnswerFile('', { kind, url: '' }))).toEqual({ kind, url: '' });
  });

  it('changes from one to another and leaves nothing of the first', () => {
    const preseed = withAnswerFile('quiet', { kind: 'preseed', url: 'http://x/p.cfg' });
    expect(preseed).toBe('quiet auto=true priority=critical url=http://x/p.cfg');
    expect(withAnswerFile(preseed, { kind: 'autoinstall', url: 'http://x/' })).toBe(
      'quiet autoinstall ds=nocloud-net;s=http://x/',
    );
  });
});

it('names the first serial port of each architecture', () => {
  expect(['x86_64', 'aarch64', 'armv7l', 'ppc64le', 's390x', 'riscv64'].map(serialConsole)).toEqual([
    'console=ttyS0',
    'console=ttyAMA0',
    'console=ttyAMA0',
    'console=hvc0',
    'console=ttysclp0',
    'console=ttyS0',
  ]);
});
