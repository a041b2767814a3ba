import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connected, startApp, type TestApp, type TestWindow, until } from './helpers/services/app.ts';

let app: TestApp;
let window: TestWindow;
beforeEach(() => {
  app = startApp();
  window = app.window();
});
afterEach(() => app.stop());

describe('the demo host', () => {
  it('is opened when nothing else is there, and its machine is shown', async () => {
    await app.start(['test:///default']);
    const connection = await connected(window);
    const [row] = [...window.rows.values()];
    expect(row).toMatchObject({ name: 'test', state: 'running', persistent: true });
    expect(connection.host).toMatchObject({ driver: 'TEST' });
    await until('memory', () => [...window.rows.values()][0]?.memoryKiB === 2097152);
  });
});
