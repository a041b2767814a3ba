import { describe, expect, it } from 'vitest';
import { compare, Domain } from '../../../model/index.ts';
import {
  HIDDEN,
  keepPasswords,
  refuseStandIns,
  replaceStandIns,
  withoutPasswords,
  withStandIns,
} from './passwords.ts';

const machine = (vnc: string, spice = '') =>
  `<domain type='qemu'>\n  <devices>\n    <graphics type='vnc' port='-1'${vnc}/>\n    <graphics type='spice'${spice}/>\n  </devices>\n</domain>`;

describe('passwords of displays', () => {
  it('are shown as being there, and nothing else is touched', () => {
    const shown = withStandIns(machine(''), machine(" passwd='geheim'"));
    expect(shown).toBe(machine(` passwd='${HIDDEN}'`));
    expect(withStandIns(machine(''), machine(''))).toBe(machine(''));
    expect(withStandIns(machine(''), null)).toBe(machine(''));
    expect(withStandIns(null, null)).toBeNull();
  });

  it('stay when a definition is restored that was kept without them', () => {
    const now = Domain.parse(machine(` passwd='${HIDDEN}'`));
    const then = Domain.parse(machine(''));
    keepPasswords(then, now);
    expect(compare(now, then)).toEqual([]);
  });

  it('are never made of the dots that stand for them', () => {
    expect(() => refuseStandIns(Domain.parse(machine(" passwd='a'", ` passwd='${HIDDEN}'`)))).toThrow(
      /spice/,
    );
    expect(() => refuseStandIns(Domain.parse(machine(" passwd='a'")))).not.toThrow();
  });

  it('are made up where they are lost, so that displays stay closed', () => {
    const again = Domain.parse(machine(` passwd='${HIDDEN}'`, " passwd='typed'"));
    replaceStandIns(again);
    const [vnc, spice] = again.graphics.all.map(({ password }) => password);
    expect(vnc).toMatch(/^[\w-]{8}$/);
    expect(spice).toBe('typed');
  });

  it('are not kept in the history', () => {
    expect(withoutPasswords(machine(" passwd='geheim'"))).toBe(machine(''));
  });
});
