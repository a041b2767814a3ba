import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownPublicKeys } from './publicKeys.ts';

it('reads public keys and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-keys-'));
  try {
    writeFileSync(join(folder, 'id_ed25519.pub'), 'ssh-ed25519 AAAAC3Nza ada@lab\n');
    writeFileSync(join(folder, 'id_ed25519'), '-----BEGIN OPENSSH PRIVATE KEY-----\n');
    writeFileSync(join(folder, 'odd.pub'), '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n');
    writeFileSync(join(folder, 'host-cert.pub'), 'ssh-ed25519-cert-v01@openssh.com AAAA\n');
    expect(await ownPublicKeys(folder)).toEqual([
      { file: 'id_ed25519.pub', key: 'ssh-ed25519 AAAAC3Nza ada@lab' },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('finds none where there is no folder', async () => {
  expect(await ownPublicKeys('/nonexistent')).toEqual([]);
});
