import { describe, expect, it } from 'vitest';
import { clientFolders, toWish } from './certificateWish.ts';

const draft = { folder: '', servers: '', clients: '', days: '365' };

describe('a wish for certificates', () => {
  it('is read from lines', () => {
    const servers = 'lab1.example, lab1 10.0.0.1\n\n  lab2\n';
    expect(toWish({ ...draft, servers, clients: 'anna\n' })).toEqual({
      wish: {
        folder: null,
        servers: [{ names: ['lab1.example', 'lab1', '10.0.0.1'] }, { names: ['lab2'] }],
        clients: ['anna'],
        days: 365,
      },
    });
  });

  it.each([
    [{}, 'at least one'],
    [{ clients: 'a', days: '0' }, '1 to 3650'],
    [{ clients: 'a', days: 'x' }, '1 to 3650'],
    [{ clients: 'a'.repeat(65) }, '64 characters'],
    [{ clients: 'a', folder: 'pki' }, 'from the root'],
  ])('tells what is wrong with %j', (change, problem) => {
    expect(toWish({ ...draft, ...change })).toEqual({ problem: expect.stringContaining(problem) });
  });
});

it('finds the folders for pkipath', () => {
  const files = ['/p/ca/cacert.pem', '/p/clients/anna/clientkey.pem', '/p/clients/anna/clientcert.pem'];
  expect(clientFolders({ folder: '/p', authorityUsedAgain: false, files, steps: [] })).toEqual([
    '/p/clients/anna',
  ]);
});
