import { expect, it } from 'vitest';
import type { Hypervisor } from '../hypervisor.ts';
import { imageUse } from './imageUse.ts';

const disk = (file: string) =>
  `<domain type='qemu'><devices><disk type='file'><source file='${file}'/></disk></devices></domain>`;

it('does not remember what was changed while it was read', async () => {
  const tell: ((event: { kind: 'domain'; uuid: string }) => void)[] = [];
  const saved: Record<string, string> = { a: disk('/old'), b: disk('/other') };
  const read: string[][] = [];
  const answers: Record<string, (input: { uuids: string[] }) => unknown> = {
    // The driver has no such statistics: all definitions are read.
    domainDiskPaths: () => null,
    domainXMLs: ({ uuids }) => {
      read.push(uuids);
      const texts = uuids.map((uuid) => saved[uuid]);
      if (read.length === 1) {
        saved.a = disk('/new');
        for (const listener of tell) listener({ kind: 'domain', uuid: 'a' });
      }
      return texts;
    },
  };
  const host = {
    inventory: {
      rows: () => ['a', 'b'].map((uuid) => ({ uuid, name: uuid, state: 'shutoff', persistent: true })),
    },
    onEvent: (listener: (typeof tell)[number]) => tell.push(listener),
    connection: {
      name: 'hv',
      agent: {},
      call: (name: string, input: { uuids: string[] }) => Promise.resolve(answers[name]?.(input)),
    },
  } as unknown as Hypervisor;
  const users = async (path: string) =>
    (await imageUse(host, { path, volume: null })).usedBy.map(({ name }) => name);

  expect(await users('/other')).toEqual(['b']);
  expect(await users('/new')).toEqual(['a']);
  expect(read).toEqual([['a', 'b'], ['a']]);
});
