import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';

describe('a server', () => {
  it('goes on when connections cannot be taken, as often as that may be', async () => {
    const server = createServer();
    await listen(server, { port: 0, host: '127.0.0.1' });
    for (const _ of [1, 2, 3]) server.emit('error', new Error('accept EMFILE'));
    expect(server.listening).toBe(true);
    server.close();
  });

  it('says why it cannot listen', async () => {
    const server = createServer();
    await expect(listen(server, { path: '/nonexistent/socket' })).rejects.toMatchObject({
      code: /EACCES|ENOENT/,
    });
  });
});
