import { describe, expect, it } from 'vitest';
import type { PoolInfo } from '../../../contract/index.ts';
import { poolOptions } from './PoolSelect.tsx';

const pool = (name: string, active = true): PoolInfo => ({
  name,
  uuid: name,
  type: 'dir',
  active,
  persistent: true,
  autostart: true,
  capacity: 2048,
  allocation: 1024,
  available: 1024,
  path: null,
});
const refusal = ({ active }: PoolInfo) => (active ? null : 'not started');

describe('the choice of a pool', () => {
  it('says what is free, and why a pool cannot be chosen', () => {
    expect(poolOptions([pool('images'), pool('old', false)], 'images', refusal)).toEqual([
      { value: 'images', label: 'images (1 KiB free)', disabled: false },
      { value: 'old', label: 'old (not started)', disabled: true },
    ]);
  });

  it('asks for one where none is chosen', () => {
    expect(poolOptions([pool('images')], '', refusal)[0]).toEqual({ value: '', label: 'Choose a pool' });
  });

  it('keeps the chosen one that is gone, instead of showing another as chosen', () => {
    const [first] = poolOptions([pool('images')], 'scratch', refusal);
    expect(first).toEqual({ value: 'scratch', label: 'scratch (not on this host)' });
  });
});
