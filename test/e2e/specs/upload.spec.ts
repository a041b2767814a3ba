import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Host } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { Shell } from '../pages/shell.ts';
import { Wizard } from '../pages/wizard.ts';
import type { FilePicker } from '../pages/wizardFile.ts';

const SIZE = 64 * 1024 * 1024 + 17;
const VOLUME = 'sent.iso';
const LABEL = 'Installation medium';

const folder = mkdtempSync(join(tmpdir(), 'virtdeck-upload-'));
const file = join(folder, 'disc of mine.iso');
let digest = '';

test.beforeAll(() => {
  const content = randomBytes(SIZE);
  writeFileSync(file, content);
  digest = createHash('sha256').update(content).digest('hex');
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.afterEach(async ({ hv1 }) => {
  await hv1.faults.restore();
  for (const name of await volumes(hv1)) {
    if (/^(sent|dropped)/.test(name)) await hv1.virshAny(['vol-delete', '--pool', 'media', name]);
  }
});

test('an upload whose line is cut in the middle is finished, whole', async ({ launch, hv1 }) => {
  test.setTimeout(240_000);
  const { page } = await launch([hv1.uri.tls]);
  const medium = await mediaStep(page);
  await hv1.faults.slow({ latencyMs: 1, bitsPerSecond: 60_000_000 });
  await medium.startUpload({ file, pool: 'media', volume: VOLUME });
  await isHalfway(medium);
  await hv1.faults.cut();
  await expect(medium.upload.getByRole('status')).toContainText('Waiting for the connection', {
    timeout: 60_000,
  });
  expect(await volumes(hv1)).not.toContain(VOLUME);
  await hv1.faults.restore();
  await medium.uploaded(VOLUME, 120_000);
  expect(await digestOn(hv1, VOLUME)).toBe(digest);
  expect((await volumes(hv1)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a cancelled upload leaves nothing', async ({ launch, hv1 }) => {
  const { page } = await launch([hv1.uri.tls]);
  const medium = await mediaStep(page);
  const before = await volumes(hv1);
  await hv1.faults.slow({ latencyMs: 1, bitsPerSecond: 60_000_000 });
  await medium.startUpload({ file, pool: 'media', volume: VOLUME });
  await isHalfway(medium);
  await medium.upload.getByRole('button', { name: 'Cancel upload' }).click();
  await expect(medium.upload).toBeHidden();
  await expect.poll(() => volumes(hv1), { timeout: 60_000 }).toEqual(before);
});

test('an upload whose window was reloaded goes on when its file is chosen again', async ({ launch, hv1 }) => {
  test.setTimeout(240_000);
  const { page } = await launch([hv1.uri.tls]);
  const medium = await mediaStep(page);
  await hv1.faults.slow({ latencyMs: 1, bitsPerSecond: 60_000_000 });
  await medium.startUpload({ file, pool: 'media', volume: VOLUME });
  await isHalfway(medium);
  await page.reload();
  const again = await mediaStep(page);
  await again.from('Upload a file');
  await again.group.locator('input[type=file]').setInputFiles(file);
  await expect(again.group.getByLabel('Name there')).toHaveValue(VOLUME);
  await expect(again.group.getByLabel('Upload to pool')).toHaveValue('media');
  await again.group.getByRole('button', { name: 'Resume', exact: true }).click();
  // Nothing is sent twice: what is there counts from the beginning.
  await expect(again.upload.getByRole('status')).toContainText(/\((?:[3-9]\d|100) %/, { timeout: 30_000 });
  await hv1.faults.restore();
  await again.uploaded(VOLUME, 120_000);
  expect(await digestOn(hv1, VOLUME)).toBe(digest);
});

test('a file that is dropped is taken for an upload', async ({ launch, hv1 }) => {
  const { page } = await launch([hv1.uri.unix]);
  const medium = await mediaStep(page);
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['dropped content'], 'dropped.iso'));
    return transfer;
  });
  await medium.group.dispatchEvent('dragover', { dataTransfer: dropped });
  await medium.group.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(medium.group.getByRole('radio', { name: 'Upload a file' })).toBeChecked();
  await expect(medium.group.getByLabel('Name there')).toHaveValue('dropped.iso');
  await medium.group.getByLabel('Upload to pool').selectOption('media');
  await medium.group.getByRole('button', { name: 'Upload', exact: true }).click();
  await medium.uploaded('dropped.iso');
  expect(await digestOn(hv1, 'dropped.iso')).toBe(
    createHash('sha256').update('dropped content').digest('hex'),
  );
});

/** The wizard's second step, for an ISO. */
async function mediaStep(page: Page): Promise<FilePicker> {
  await expect(new Shell(page).host(/Connected/)).toBeVisible({ timeout: 30_000 });
  const wizard = new Wizard(page);
  await wizard.open();
  await wizard.how('iso');
  await wizard.next('Media');
  return wizard.file(LABEL);
}

async function isHalfway(medium: FilePicker): Promise<void> {
  await expect(medium.upload.getByRole('status')).toContainText(/\((?:[4-8]\d) % of/, { timeout: 60_000 });
}

async function volumes(host: Host): Promise<string[]> {
  await host.virshAny(['pool-refresh', 'media']);
  const lines = (await host.virsh(['vol-list', 'media'])).split('\n');
  return lines.flatMap((line) => line.trim().split(/\s+/)[0] || []);
}

async function digestOn(host: Host, volume: string): Promise<string | undefined> {
  return (await host.exec(`sha256sum /var/lib/libvirt/media/${volume}`)).split(' ')[0];
}
