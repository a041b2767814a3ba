import { Button } from '@mantine/core';
import type { Domain } from '../../../../../model/index.ts';
import { useEdit, useProposed } from '../../edit/context.tsx';
import { Remark } from './Remark.tsx';

/** Whether programs of the host can see the guest's memory: all of it, or that of every NUMA cell. */
export function sharesMemory({ memoryBacking, cpu }: Domain): boolean {
  const cells = cpu.cells.all;
  if (memoryBacking.access === 'shared') return cells.every(({ memAccess }) => memAccess !== 'private');
  return cells.length > 0 && cells.every(({ memAccess }) => memAccess === 'shared');
}

/** Lets them. */
function shareMemory(domain: Domain): void {
  const { memoryBacking } = domain;
  if (!memoryBacking.hugepages && memoryBacking.source !== 'file') memoryBacking.source = 'memfd';
  memoryBacking.access = 'shared';
  for (const cell of domain.cpu.cells.all) {
    if (cell.memAccess === 'private') cell.memAccess = 'shared';
  }
}

/** Says, where the machine has no shared memory, that something (`by`) works only with it, with the way to have it. */
export function SharedMemoryNeeded({ by }: { by: string }) {
  const edit = useEdit();
  const domain = useProposed();
  if (sharesMemory(domain)) return null;
  return (
    <Remark warning>
      {by} works only if the host sees the guest’s memory, which this machine keeps to itself.{' '}
      <Button size="compact-xs" variant="default" onClick={() => edit.change(shareMemory)}>
        Share the memory
      </Button>
    </Remark>
  );
}
