import { describe, expect, it } from 'vitest';
import { apiError } from '../../contract/index.ts';
import { Domain } from '../../model/index.ts';
import { toErrorData } from './failures.ts';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what a window is told of a failure', () => {
  const lines: string[] = [];
  const told = (error: unknown) => toErrorData(error, 'domains.xml', (line) => lines.push(line));

  it('is what was meant for it', () => {
    expect(told(apiError('exists', 'There is one already.', 'Take another name.'))).toEqual({
      kind: 'exists',
      message: 'There is one already.',
      hint: 'Take another name.',
    });
    expect(lines).toEqual([]);
  });

  it('is where an unreadable document comes from, and where it is wrong', () => {
    const data = told(thrownBy(() => Domain.parse('<domain>\n<name>a</domain>')));
    expect(data).toMatchObject({ kind: 'libvirt', message: expect.stringMatching(/hypervisor.* line 2/) });
    expect(lines.splice(0).join()).toContain('domains.xml failed');
  });

  it('is nothing of our own mistakes, which the log has', () => {
    const wrong = thrownBy(() => Domain.parse('<domain/>').set('@a b', 'x'));
    for (const error of [new TypeError('secret is not a function'), wrong]) {
      expect(told(error)).toEqual({
        kind: 'internal',
        message: 'Virtdeck made a mistake in domains.xml.',
        hint: 'The log has the details.',
      });
    }
    expect(lines.splice(0).join()).toContain('secret is not a function');
  });
});
