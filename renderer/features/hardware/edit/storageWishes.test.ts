import { describe, expect, it } from 'vitest';
import { Domain } from '../../../../model/index.ts';
import { StorageWishes } from './storageWishes.ts';

const volume = { pool: 'p', name: 'a', path: '/p/a', capacity: 1, format: 'raw', allocate: false };

function machine(...files: string[]): Domain {
  const disks = files.map((file) => `<disk type='file'><source file='${file}'/></disk>`);
  return Domain.parse(`<domain><devices>${disks.join('')}</devices></domain>`);
}

describe('what an edit wants of storage', () => {
  it('counts only while the definition says the same', () => {
    const wishes = new StorageWishes();
    wishes.make(volume);
    wishes.delete('/p/old');
    expect(wishes.newVolumesOf(machine('/p/a'))).toEqual([volume]);
    expect(wishes.deletedOf(machine('/p/a'))).toEqual(['/p/old']);
    // Undo: the new disk is gone, the removed one is back.
    expect(wishes.newVolumesOf(machine('/p/old'))).toEqual([]);
    expect(wishes.deletedOf(machine('/p/old'))).toEqual([]);
  });

  it('comes along with a device that was added in an edit of its own', () => {
    const [wishes, scratch] = [new StorageWishes(), new StorageWishes()];
    scratch.make(volume);
    wishes.take(scratch);
    expect(wishes.newVolumesOf(machine('/p/a'))).toEqual([volume]);
    wishes.clear();
    expect(wishes.newVolumesOf(machine('/p/a'))).toEqual([]);
  });
});
