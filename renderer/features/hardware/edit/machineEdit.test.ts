import { describe, expect, it } from 'vitest';
import type { Definitions, EditResult } from '../../../../contract/index.ts';
import { addDisk, buildDomain, Domain, serialize, XmlError } from '../../../../model/index.ts';
import { MachineEdit } from './machineEdit.ts';
import type { EditSource, WantedEdit } from './source.ts';

const START = buildDomain({
  name: 'vm',
  type: 'kvm',
  memory: 2 * 1024 ** 3,
  vcpu: 2,
  disks: [{ file: '/a.qcow2' }],
  interfaces: [{ source: 'default', mac: '52:54:00:00:00:01' }],
}).toXml();

/** A machine that somebody else changes, and that takes edits as they come. */
class Machine implements EditSource {
  readonly id = 'machine';
  readonly kind = 'machine';
  readonly connection = 'c';
  readonly uuid = null;
  xml = START;
  live: string | null = null;
  readonly applied: WantedEdit[] = [];
  answer: EditResult = { changes: [], conflicts: [], refused: null };

  load(): Promise<Definitions> {
    return Promise.resolve({ live: this.live, saved: this.xml });
  }

  apply(edit: WantedEdit): Promise<EditResult> {
    this.applied.push(edit);
    this.xml = edit.proposed;
    return Promise.resolve(this.answer);
  }

  change(edit: (domain: Domain) => void): void {
    const domain = Domain.parse(this.xml);
    edit(domain);
    this.xml = domain.toXml();
  }
}

async function opened() {
  const machine = new Machine();
  const edit = new MachineEdit(machine);
  await edit.reload();
  return { machine, edit, state: () => edit.store.getState() };
}

const firstDisk = (edit: MachineEdit) => edit.domain.disks.at(0)!;
const setCache = (edit: MachineEdit, cache: string) =>
  edit.change((domain) => {
    domain.disks.at(0)!.cache = cache;
  });

describe('an edit', () => {
  it('begins without changes, and lists those that are made', async () => {
    const { edit, state } = await opened();
    expect(state()).toMatchObject({ phase: 'ready', changes: [], active: false });
    expect(edit.dirty).toBe(false);
    setCache(edit, 'none');
    expect(state().changes.map(({ key }) => key)).toEqual(['disks[vda]/cache']);
    expect(edit.changedDevices(state().changes)).toEqual(new Set([firstDisk(edit).element]));
    edit.discard();
    expect(edit.xml).toBe(START);
  });

  it('can be taken back and made again, several keystrokes at once', async () => {
    const { edit, state } = await opened();
    const id = edit.ids.of(firstDisk(edit));
    for (const text of ['a', 'ab', 'abc']) {
      edit.change((domain) => {
        domain.disks.at(0)!.serial = text;
      }, 'serial');
    }
    setCache(edit, 'none');
    edit.undo();
    expect(firstDisk(edit)).toMatchObject({ serial: 'abc', cache: null });
    edit.undo();
    expect(state()).toMatchObject({ changes: [], canUndo: false, canRedo: true });
    edit.redo();
    expect(firstDisk(edit).serial).toBe('abc');
    expect(edit.ids.of(firstDisk(edit))).toBe(id);
  });

  it('keeps its document where a change fails half-way', async () => {
    const { edit } = await opened();
    expect(() =>
      edit.change((domain) => {
        domain.title = 'half';
        domain.description = 'not\u0000possible';
      }),
    ).toThrow(XmlError);
    expect(edit.xml).toBe(START);
  });

  it('has its devices read again after a change that failed half-way: those of before stand nowhere any more', async () => {
    const { edit, state } = await opened();
    const disk = firstDisk(edit);
    const id = edit.ids.of(disk);
    const { revision } = state();
    expect(() => edit.replaceDevice(disk, '<interface/>')).toThrow(XmlError);
    expect(state().revision).toBeGreaterThan(revision);
    expect(state().canUndo).toBe(false);
    const again = edit.device(id)!;
    expect(edit.before(again)?.get('source/@file')).toBe('/a.qcow2');
    edit.replaceDevice(again, serialize(again.element).replace('a.qcow2', 'b.qcow2'));
    expect(state().changes.map(({ key }) => key)).toEqual(['disks[vda]/source/file']);
  });

  it('keeps a text that XML cannot hold, and goes on with the same devices', async () => {
    const { edit, state } = await opened();
    const disk = firstDisk(edit);
    const type = (text: string) =>
      edit.enter({ id: 'file', label: 'Path', text }, () => {
        disk.source.file = text;
      });
    type('/a\u0001');
    expect(state().typed.get('file')).toMatchObject({ text: '/a\u0001', label: 'Path' });
    expect(state().typed.get('file')?.problem).toContain('cannot hold');
    expect(edit.xml).toBe(START);
    type('/c.qcow2');
    expect(state().typed.size).toBe(0);
    expect(firstDisk(edit).source.file).toBe('/c.qcow2');
  });

  it('takes a device as XML, or says what is wrong and leaves it', async () => {
    const { edit, state } = await opened();
    const disk = firstDisk(edit);
    const id = edit.ids.of(disk);
    expect(() => edit.replaceDevice(disk, '<disk><oops></disk>')).toThrow(XmlError);
    expect(() => edit.replaceDevice(firstDisk(edit), '<interface/>')).toThrow('<disk> was expected');
    expect(state().changes).toEqual([]);
    const xml = serialize(firstDisk(edit).element).replace('qcow2', 'raw');
    edit.replaceDevice(firstDisk(edit), xml);
    expect(firstDisk(edit).format).toBe('raw');
    expect(edit.ids.of(firstDisk(edit))).toBe(id);
  });

  it('finds a field’s value before, whatever tells the device apart was changed', async () => {
    const { edit } = await opened();
    const card = edit.domain.interfaces.at(0)!;
    edit.change(() => {
      card.model = 'e1000';
    });
    expect(edit.before(card)?.get('model/@type')).toBe('virtio');
    expect(edit.before(card.bandwidth.inbound)?.partPath).toBe('bandwidth/inbound/');
    edit.change((domain) => addDisk(domain, { file: '/b.qcow2' }));
    expect(edit.before(edit.domain.disks.at(1)!)).toBeUndefined();
  });
});

describe('what others change meanwhile', () => {
  it('replaces the page’s where nothing was changed', async () => {
    const { edit, machine, state } = await opened();
    machine.change((domain) => {
      domain.title = 'new';
    });
    await edit.reload();
    expect(edit.domain.title).toBe('new');
    expect(state()).toMatchObject({ changes: [], notice: null });
  });

  it('is taken over by field, and told', async () => {
    const { edit, machine, state } = await opened();
    setCache(edit, 'none');
    edit.select(edit.ids.of(firstDisk(edit)));
    machine.change((domain) => {
      domain.title = 'theirs';
      domain.disks.at(0)!.io = 'native';
    });
    await edit.reload();
    expect(edit.domain.title).toBe('theirs');
    expect(firstDisk(edit)).toMatchObject({ cache: 'none', io: 'native' });
    expect(state().changes.map(({ key }) => key)).toEqual(['disks[vda]/cache']);
    expect(state().notice).toContain('title: not set -> theirs');
    expect(edit.device(state().selected)?.element).toBe(firstDisk(edit).element);
  });

  it('stands beside one’s own where both changed the same', async () => {
    const { edit, machine, state } = await opened();
    setCache(edit, 'none');
    machine.change((domain) => {
      domain.disks.at(0)!.cache = 'writeback';
    });
    await edit.reload();
    expect(state().conflicts).toMatchObject([{ base: null, theirs: 'writeback', ours: 'none' }]);
    expect(firstDisk(edit).cache).toBe('none');
    edit.resolve('disks[vda]/cache', 'theirs');
    expect(firstDisk(edit).cache).toBe('writeback');
    expect(state()).toMatchObject({ conflicts: [], changes: [] });
  });

  it('is still asked about when they change something else before it is answered', async () => {
    const { edit, machine, state } = await opened();
    setCache(edit, 'none');
    machine.change((domain) => {
      domain.disks.at(0)!.cache = 'writeback';
    });
    await edit.reload();
    machine.change((domain) => {
      domain.title = 'theirs';
    });
    await edit.reload();
    expect(state().notice).toContain('title');
    expect(state().conflicts).toMatchObject([{ theirs: 'writeback', ours: 'none' }]);
    machine.change((domain) => {
      domain.disks.at(0)!.cache = 'unsafe';
    });
    await edit.reload();
    expect(state().notice).toContain('title');
    expect(state().conflicts).toMatchObject([{ theirs: 'unsafe', ours: 'none' }]);
    setCache(edit, 'unsafe');
    expect(state().conflicts).toEqual([]);
  });

  it('may be the removal of what is changed here: the choice is whether it comes back', async () => {
    for (const [take, left] of [
      ['ours', 1],
      ['theirs', 0],
    ] as const) {
      const { edit, machine, state } = await opened();
      setCache(edit, 'none');
      machine.change((domain) => domain.removeDevice(domain.disks.at(0)!));
      await edit.reload();
      expect(state().conflicts).toHaveLength(1);
      for (const { key } of state().conflicts) edit.resolve(key, take);
      expect([take, edit.domain.disks.length]).toEqual([take, left]);
    }
  });
});

describe('applying', () => {
  it('hands over what it began from, and begins anew from what came of it', async () => {
    const { edit, machine, state } = await opened();
    setCache(edit, 'none');
    expect(await edit.apply()).toBe(true);
    expect(machine.applied[0]).toMatchObject({ base: START, saved: true, live: false });
    expect(state()).toMatchObject({ changes: [], applying: false, applyError: null });
    expect(edit.base.disks.at(0)?.cache).toBe('none');
  });

  it('keeps the edit where it fails', async () => {
    const { edit, machine, state } = await opened();
    setCache(edit, 'none');
    machine.apply = () => Promise.reject(new Error('no'));
    expect(await edit.apply()).toBe(false);
    expect(state().applyError?.message).toContain('no');
    expect(state().changes).toHaveLength(1);
  });
});

describe('storage that goes with a removed disk', () => {
  const remove = (edit: MachineEdit) => {
    edit.storage.delete('/a.qcow2');
    edit.change((domain) => domain.removeDevice(domain.disks.at(0)!));
  };

  it('is deleted with that removal, also when it was undone and made again', async () => {
    const { machine, edit } = await opened();
    remove(edit);
    edit.undo();
    edit.redo();
    await edit.apply();
    expect(machine.applied[0]?.deleteStorage).toEqual(['/a.qcow2']);
  });

  it('stays when the removal was undone and the disk loses it in another way', async () => {
    const { machine, edit } = await opened();
    remove(edit);
    edit.undo();
    edit.change((domain) => {
      domain.disks.at(0)!.source.file = '/b.qcow2';
    });
    await edit.apply();
    expect(machine.applied[0]?.deleteStorage).toEqual([]);
  });
});

describe('a new volume', () => {
  const volume = { pool: 'p', name: 'b', path: '/b.qcow2', capacity: 1, format: 'raw', allocate: false };
  const add = (edit: MachineEdit) => {
    edit.storage.make(volume);
    edit.change((domain) => void addDisk(domain, { file: '/b.qcow2', more: { target: 'vdb' } }));
  };

  it('is still made when it was wanted while other changes were applied', async () => {
    const { machine, edit } = await opened();
    setCache(edit, 'none');
    const applying = edit.apply();
    add(edit);
    await applying;
    await edit.apply();
    expect(machine.applied.map(({ newVolumes }) => newVolumes)).toEqual([[], [volume]]);
  });

  it('is made again with the next try when libvirt did not take its disk', async () => {
    const { machine, edit } = await opened();
    add(edit);
    const take = machine.apply.bind(machine);
    machine.apply = (wanted) => {
      machine.applied.push(wanted);
      return Promise.resolve({ ...machine.answer, storage: [] });
    };
    expect(await edit.apply()).toBe(true);
    machine.answer = { ...machine.answer, storage: [{ path: volume.path, done: 'made' }] };
    machine.apply = take;
    await edit.apply();
    setCache(edit, 'none');
    await edit.apply();
    expect(machine.applied.map(({ newVolumes }) => newVolumes)).toEqual([[volume], [volume], []]);
  });

  it('is made once where the host has given it another path', async () => {
    const { machine, edit } = await opened();
    add(edit);
    const storage = [{ path: '/elsewhere/b.qcow2', wanted: volume.path, done: 'made' as const }];
    machine.answer = { ...machine.answer, storage };
    await edit.apply();
    expect(edit.storage.store.getState().newVolumes.size).toBe(0);
  });

  it('is not made again when the answer was lost', async () => {
    const { machine, edit, state } = await opened();
    add(edit);
    const take = machine.apply.bind(machine);
    machine.apply = async (wanted) => {
      await take(wanted);
      throw new Error('The line broke');
    };
    expect(await edit.apply()).toBe(false);
    machine.apply = take;
    await edit.reload();
    expect(state()).toMatchObject({ changes: [], notice: null, conflicts: [] });
    setCache(edit, 'none');
    await edit.apply();
    expect(machine.applied.map(({ newVolumes }) => newVolumes)).toEqual([[volume], []]);
  });
});

describe('a whole definition that takes the place of the proposed one', () => {
  it('leaves what others have changed since it was begun', async () => {
    const { machine, edit, state } = await opened();
    setCache(edit, 'none');
    const from = edit.xml;
    const wanted = Domain.parse(from);
    addDisk(wanted, { file: '/new.qcow2', more: { target: 'vdb' } });
    machine.change((domain) => {
      domain.description = 'by another';
    });
    await edit.reload();
    edit.replaceAll(wanted.toXml(), '', from);
    expect(edit.domain.description).toBe('by another');
    expect(
      state()
        .changes.map(({ key }) => key)
        .sort(),
    ).toEqual(['disks[vda]/cache', 'disks[vdb]']);
  });
});
