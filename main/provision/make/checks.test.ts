import { describe, expect, it } from 'vitest';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { checkIdentity } from './checks.ts';

const UUID = '11111111-2222-4333-8444-555555555555';

/** A host with one machine, db1. */
const host = {
  inventory: { rows: () => [{ name: 'db1', uuid: UUID }] },
  connection: {
    name: 'hv',
    call: (_name: string, { uuids }: { uuids: string[] }) =>
      Promise.resolve({ domains: uuids.includes(UUID) ? [{ uuid: UUID, name: 'db1' }] : [], gone: [] }),
  },
} as unknown as Hypervisor;

describe('the definition of a new machine', () => {
  it('is not that of a machine that there is', async () => {
    const check = (inside: string) => checkIdentity(host, `<domain type='qemu'>${inside}</domain>`);
    await expect(check(`<name>web</name><uuid>${UUID}</uuid>`)).rejects.toMatchObject({
      kind: 'exists',
      message: expect.stringContaining('db1 on hv has the UUID'),
    });
    await expect(check('<name>db1</name>')).rejects.toMatchObject({ kind: 'exists' });
    await check('<name>web</name>');
    await check('<name>web</name><uuid>99999999-2222-4333-8444-555555555555</uuid>');
  });
});
