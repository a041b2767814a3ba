import { expect, it } from 'vitest';
import { shellCommand, shellQuote } from './shell.ts';

it.each([
  ['web1', 'web1'],
  ['qemu+ssh://root@hv1/system', 'qemu+ssh://root@hv1/system'],
  ['', "''"],
  ['=ls', "'=ls'"],
  ['--name=web1', '--name=web1'],
  ["it's $(x)", "'it'\\''s $(x)'"],
  ['a\nb', "'a\nb'"],
])('quotes %j as %s', (word, quoted) => {
  expect(shellQuote(word)).toBe(quoted);
});

it('makes a command of words', () => {
  expect(shellCommand('virsh', '-c', 'test:///x?a=1&b=2', 'net-start', '; reboot')).toBe(
    "virsh -c 'test:///x?a=1&b=2' net-start '; reboot'",
  );
});
