import { describe, expect, it } from 'vitest';
import { apiError } from '../../../contract/index.ts';
import { buildDomain, Domain } from '../../../model/index.ts';
import type { DefinitionHistory } from '../../settings/history.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { applyEdit } from './apply.ts';

const SAVED = buildDomain({ name: 'vm', type: 'kvm', memory: 1024 ** 3, vcpu: 1, disks: [] }).toXml();

/** A host whose line breaks when the definition has been replaced. */
function breakingHost(called: string[]): Hypervisor {
  let broken = false;
  const both = { live: SAVED, saved: SAVED, secureLive: SAVED, secureSaved: SAVED };
  const call = async (name: string): Promise<unknown> => {
    if (broken) throw apiError('unavailable', 'The line broke.');
    called.push(name);
    broken = name === 'defineDomain';
    return name === 'bothDefinitions' ? both : null;
  };
  return {
    connected: true,
    outdated: () => {},
    onEvent: () => () => {},
    row: () => ({ uuid: 'u', name: 'vm', persistent: true, id: 1 }),
    connection: { name: 'hv', uri: 'qemu:///system', readOnly: false, doing: () => 'Changing vm', call },
  } as unknown as Hypervisor;
}

describe('an edit whose line breaks', () => {
  it('says what was saved, and what the running machine does not have', async () => {
    const called: string[] = [];
    const proposed = Domain.parse(SAVED);
    proposed.title = 'New';
    const history = { keep: async () => {} } as unknown as DefinitionHistory;
    const result = await applyEdit({ history }, breakingHost(called), {
      connection: 'c',
      uuid: 'u',
      base: SAVED,
      proposed: proposed.toXml(),
      scope: { saved: true, live: true },
      cause: 'Hardware changed',
    });
    expect(called).toEqual(['bothDefinitions', 'defineDomain']);
    expect(result.changes).toMatchObject([
      { key: 'title', saved: 'done', live: 'failed', problem: expect.stringContaining('The line broke') },
    ]);
  });
});
