import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen, listening } from './listen.ts';

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

  it('listens once for all who ask, and anew after it could not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'virtdeck-listen-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const later = join(folder, 'later');
    const server = createServer();
    const ready = listening(() => listen(server, { path: join(later, 's') }));
    await expect(ready()).rejects.toMatchObject({ code: /EACCES|ENOENT/ });
    mkdirSync(later);
    await Promise.all([ready(), ready()]);
    expect(server.listening).toBe(true);
    server.close();
  });
});
