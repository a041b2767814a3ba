import { describe, expect, it } from 'vitest';
import { findUser, isAllowedUser } from './peerUser.ts';

// Lines as proc(5) describes them: a listener of root, a browser of user 1000, our end of it.
const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0
   1: 0100007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 2 1 0 20 4 30 10 -1
   2: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000     7        0 3 1 0 20 4 30 10 -1
   3: 0100007F:C002 0200007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 4 1 0 20 4 30 10 -1
`;

describe('findUser', () => {
  it('finds the other end, not ours', () => {
    expect(findUser(table, 0xc001, 0x1f90)).toBe(1000);
    expect(findUser(table, 0x1f90, 0xc001)).toBe(7);
  });

  it('finds nothing where there is nothing', () => {
    expect(findUser(table, 0xc002, 0x1f90)).toBeNull();
    expect(findUser(table, 0xc003, 0x1f90)).toBeNull();
    expect(findUser('', 1, 2)).toBeNull();
  });
});

describe('isAllowedUser', () => {
  it('lets in this user, root, and whom nobody can name', () => {
    expect([1000, 0, null].map((user) => isAllowedUser(user, 1000))).toEqual([true, true, true]);
    expect(isAllowedUser(1001, 1000)).toBe(false);
    expect(isAllowedUser(1000, 0)).toBe(false);
  });
});
