import { describe, expect, it } from 'vitest';
import { addDisk, buildDomain, Domain } from '../../../../model/index.ts';
import type { EditSource } from './source.ts';
import { restoring, undoing } from './undoApply.ts';

const START = buildDomain({
  name: 'vm',
  type: 'kvm',
  memory: 2 * 1024 ** 3,
  vcpu: 2,
  disks: [{ file: '/a.qcow2' }],
}).toXml();

function edited(xml: string, change: (domain: Domain) => void): string {
  const domain = Domain.parse(xml);
  change(domain);
  return domain.toXml();
}

/** A machine whose saved definition is this now. */
function machine(saved: string): EditSource {
  return {
    id: 'machine',
    kind: 'machine',
    connection: 'c',
    uuid: null,
    load: () => Promise.resolve({ live: null, saved }),
    apply: () => Promise.resolve({ changes: [], conflicts: [], refused: null }),
  };
}

const keysOf = (edit: Awaited<ReturnType<typeof restoring>>) =>
  edit.store.getState().changes.map(({ key }) => key);

describe('undoing what was applied', () => {
  const after = edited(START, (domain) => {
    domain.title = 'Changed';
    addDisk(domain, { file: '/b.qcow2', more: { target: 'vdb' } });
  });

  it('takes back the step, and not what somebody else changed since', async () => {
    const now = edited(after, (domain) => {
      domain.description = 'by another';
    });
    const { edit, clear } = await undoing(machine(now), { before: START, after });
    expect(clear).toBe(true);
    expect(keysOf(edit).sort()).toEqual(['disks[vdb]', 'title']);
    expect(edit.domain.description).toBe('by another');
    expect([...edit.domain.disks].map(({ target }) => target)).toEqual(['vda']);
  });

  it('is not clear where somebody else has changed the same since', async () => {
    const now = edited(after, (domain) => {
      domain.title = 'Changed again';
    });
    const { edit, clear } = await undoing(machine(now), { before: START, after });
    expect(clear).toBe(false);
    expect(edit.domain.title).toBeNull();
  });

  it('proposes nothing where it is as it was already', async () => {
    const { edit } = await undoing(machine(START), { before: START, after });
    expect(keysOf(edit)).toEqual([]);
  });
});

describe('restoring a definition of the history', () => {
  it('leaves name and UUID as they are, which libvirt changes otherwise', async () => {
    const now = edited(START, (domain) => {
      domain.name = 'renamed';
      domain.vcpu = 4;
    });
    const edit = await restoring(machine(now), START);
    expect(keysOf(edit)).toEqual(['vcpu']);
    expect(edit.domain.name).toBe('renamed');
  });

  it('leaves displays their passwords, without which definitions are kept', async () => {
    const now = START.replace("<graphics type='vnc'", "<graphics type='vnc' passwd='••••••••'");
    expect(keysOf(await restoring(machine(now), START))).toEqual([]);
  });

  it('fails where the definition cannot be read', async () => {
    const gone = { ...machine(START), load: () => Promise.reject(new Error('gone')) };
    await expect(restoring(gone, START)).rejects.toMatchObject({ message: expect.stringContaining('gone') });
  });
});
