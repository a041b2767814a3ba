import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, apiError } from '../../contract/index.ts';
import type { Caller } from '../../main/ipc/caller.ts';
import { createHost } from '../../renderer/transport/connect.ts';
import { type Stand, stands } from './helpers/app/stands.ts';
import { someDomain, tinyServices } from './helpers/app/tinyServices.ts';

describe.each(stands)('calls and events over %s', (_name, createStand) => {
  let stand: Stand;
  const seen: Caller[] = [];

  beforeEach(async () => {
    seen.length = 0;
    stand = await createStand((platform) =>
      tinyServices(platform, {
        connections: {
          remove: () => {
            throw new Error('broken at /home/somebody/main/app/web.ts');
          },
          close: () => {
            throw apiError('denied', 'Not allowed.', 'Ask.');
          },
          open: () => new Promise(() => {}),
          // What no contract allows.
          offers: () => [{ uri: 5 } as never],
        },
        domains: {
          start: (_input, caller) => {
            seen.push(caller);
            return {};
          },
          xml: ({ uuid }) => ({ xml: uuid.repeat(100_000) }),
        },
      }),
    );
  });
  afterEach(() => stand.close());

  const connect = async () => createHost(await stand.connect(), true);

  it('answers with the typed output', async () => {
    const { client } = await connect();
    const hello = await client.app.hello({});
    expect(hello.capabilities.host).toBe('web');
  });

  it('carries long answers and many calls at once, each to its own', async () => {
    const { client } = await connect();
    const uuids = Array.from({ length: 40 }, (_, i) => someDomain.uuid.slice(0, -2) + String(i + 10));
    const answers = await Promise.all(
      uuids.map((uuid) => client.domains.xml({ ...someDomain, uuid, inactive: false })),
    );
    expect(answers.map(({ xml }) => xml.slice(0, 36))).toEqual(uuids);
    expect(answers[0]?.xml).toHaveLength(3_600_000);
  });

  it('passes errors as they were meant', async () => {
    const { client } = await connect();
    const failure = await client.connections.close({ connection: 'c1' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ kind: 'denied', message: 'Not allowed.', hint: 'Ask.' });
  });

  it('keeps faults of our own to the log', async () => {
    const { client } = await connect();
    const failure = await client.connections.remove({ connection: 'c1' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'internal' });
    expect(JSON.stringify(failure)).not.toMatch(/somebody|\.ts|at /);
    expect(stand.logged.join('\n')).toContain('/home/somebody');
  });

  it('refuses inputs that do not fit, before the handler sees them', async () => {
    const { client } = await connect();
    const wrong = client.domains.start({ connection: 'c1', uuid: 'not a uuid' });
    await expect(wrong).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining('uuid') });
    expect(seen).toEqual([]);
  });

  it('finds answers that do not fit the contract', async () => {
    const { client } = await connect();
    await expect(client.connections.offers({})).rejects.toMatchObject({ kind: 'internal' });
  });

  it('refuses to send what is too large, and goes on', async () => {
    const { client } = await connect();
    const huge = client.settings.saveUiState({ columns: 'x'.repeat(41 * 1024 * 1024) });
    await expect(huge).rejects.toMatchObject({ kind: 'invalid' });
    await expect(client.app.hello({})).resolves.toBeDefined();
  });

  it('tells windows apart', async () => {
    const [one, other] = [await connect(), await connect()];
    await one.client.domains.start(someDomain);
    await other.client.domains.start(someDomain);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(2);
    await one.client.app.setVisible({ visible: false });
    expect(seen.map(({ visible }) => visible)).toEqual([false, true]);
  });

  it('sends events to every window, or to one', async () => {
    const [one, other] = [await connect(), await connect()];
    const heard: string[] = [];
    one.on('jobRemoved', ({ id }) => heard.push(`one ${id}`));
    const unsubscribe = other.on('jobRemoved', ({ id }) => heard.push(`other ${id}`));
    await one.client.domains.start(someDomain);
    await other.client.app.hello({});
    stand.windows.emit('jobRemoved', { id: 'j1' });
    stand.windows.emitTo(seen[0]!, 'jobRemoved', { id: 'j2' });
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard.filter((line) => line.startsWith('one'))).toEqual(['one j1', 'one j2']);
    expect(heard).toContain('other j1');
    unsubscribe();
    stand.windows.emit('jobRemoved', { id: 'j3' });
    await vi.waitFor(() => expect(heard).toContain('one j3'));
    expect(heard).not.toContain('other j3');
  });

  it('keeps the order of events and answers', async () => {
    const host = await connect();
    const heard: string[] = [];
    host.on('jobRemoved', ({ id }) => heard.push(id));
    await host.client.app.hello({});
    for (let i = 0; i < 500; i++) stand.windows.emit('jobRemoved', { id: `j${i}` });
    await host.client.app.hello({});
    expect(heard).toEqual(Array.from({ length: 500 }, (_, i) => `j${i}`));
  });

  it('does not send events that break the contract', async () => {
    await connect();
    stand.windows.emit('jobRemoved', { id: 5 as never });
    expect(stand.logged.join()).toContain('jobRemoved');
  });

  it('notices a window that goes, once', async () => {
    const host = await connect();
    await host.client.domains.start(someDomain);
    const gone = vi.fn();
    seen[0]?.onGone(gone);
    host.close();
    await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(1));
    expect(seen[0]?.gone).toBe(true);
    expect(stand.windows.callers).toEqual([]);
    stand.windows.emitTo(seen[0]!, 'jobRemoved', { id: 'late' });
  });

  it('rejects what is under way when main goes, and what comes later', async () => {
    const host = await connect();
    await host.client.domains.start(someDomain);
    const pending = host.client.connections.open({ connection: 'c1' });
    host.close();
    await expect(pending).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(host.client.app.hello({})).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('limits the calls under way', async () => {
    const { client } = await connect();
    const results: Array<Promise<unknown>> = [];
    for (let i = 0; i < 600; i++) results.push(client.connections.open({ connection: 'c1' }).catch((e) => e));
    const first = await Promise.race(results);
    expect(first).toMatchObject({ kind: 'unavailable' });
  });
});
