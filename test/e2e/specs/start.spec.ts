import { spawn } from 'node:child_process';
import { expect, test } from '../driver/fixtures.ts';
import { repository } from '../driver/paths.ts';

test('npm start -- --serve prints the address and nothing else, and ends when it is told to', async ({
  home,
  request,
}) => {
  const child = spawn('npm', ['-s', 'start', '--', '--serve', 'test:///default'], {
    cwd: repository,
    env: home.environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    await expect(() => expect(output).toMatch(/\n$/)).toPass({ timeout: 60_000 });
    const [address = '', ...rest] = output.trimEnd().split('\n');
    expect(rest).toEqual([]);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{20,}$/);
    expect((await request.get(new URL(address).origin)).status()).toBe(401);
    expect(await (await request.get(address)).text()).toContain('<div id="');
    child.kill('SIGTERM');
    await ended;
    await expect(() => expect(request.get(address)).rejects.toThrow('ECONNREFUSED')).toPass({
      timeout: 15_000,
    });
    expect(output.trimEnd()).toBe(address);
  } finally {
    child.kill('SIGTERM');
  }
});
