import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificates as make } from './make.ts';
import { alternativeName, commonName } from './names.ts';

/** Keys of the proper size take seconds. */
const makeCertificates = (wish: Parameters<typeof make>[0]) => make(wish, 1024);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (...path: string[]) => new X509Certificate(readFileSync(join(folder, ...path)));
const modeOf = (...path: string[]) => statSync(join(folder, ...path)).mode & 0o777;
const all = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

describe('makeCertificates', () => {
  it('makes an authority, and certificates that hold for the names', async () => {
    const made = await makeCertificates({
      folder,
      servers: [{ names: ['Lab1.example.org', 'lab1', '192.0.2.7', 'fd00::1'] }],
      clients: ['anna@laptop'],
      days: 30,
    });
    expect(made.authorityUsedAgain).toBe(false);
    expect(all().filter((name) => name.endsWith('.pem'))).toEqual([
      'ca/cacert.pem',
      'ca/cakey.pem',
      'clients/anna@laptop/cacert.pem',
      'clients/anna@laptop/clientcert.pem',
      'clients/anna@laptop/clientkey.pem',
      'servers/lab1.example.org/cacert.pem',
      'servers/lab1.example.org/servercert.pem',
      'servers/lab1.example.org/serverkey.pem',
    ]);
    expect(made.files.toSorted()).toEqual(
      all()
        .filter((name) => name.endsWith('.pem'))
        .map((name) => join(folder, name)),
    );
    const ca = read('ca/cacert.pem');
    const server = read('servers/lab1.example.org/servercert.pem');
    expect(ca.ca).toBe(true);
    expect(server.verify(ca.publicKey)).toBe(true);
    expect(server.checkIssued(ca)).toBe(true);
    for (const name of ['lab1.example.org', 'lab1']) expect(server.checkHost(name)).toBe(name);
    for (const address of ['192.0.2.7', 'fd00::1']) expect(server.checkIP(address)).toBe(address);
    expect(server.checkHost('lab2')).toBeUndefined();
    expect(Date.parse(server.validTo) - Date.now()).toBeLessThan(30.1 * 86_400_000);
    const key = readFileSync(join(folder, 'servers/lab1.example.org/serverkey.pem'));
    expect(server.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(read('clients/anna@laptop/clientcert.pem').subject).toBe('CN=anna@laptop');
    expect(read('clients/anna@laptop/clientcert.pem').keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
    expect(modeOf('ca/cakey.pem')).toBe(0o600);
    expect(modeOf('servers/lab1.example.org/serverkey.pem')).toBe(0o600);
    expect(modeOf('clients/anna@laptop/clientkey.pem')).toBe(0o600);
    expect(modeOf('clients/anna@laptop')).toBe(0o700);
    const [onServer, onClient] = made.steps;
    expect(onServer).toMatchObject({ host: 'lab1.example.org' });
    expect(onServer?.placings.map(({ to }) => to)).toEqual([
      '/etc/pki/CA/cacert.pem',
      '/etc/pki/libvirt/servercert.pem',
      '/etc/pki/libvirt/private/serverkey.pem',
    ]);
    expect(onClient?.commands.join('\n')).toContain(`pkipath=${folder}/clients/anna@laptop`);
  });

  it('signs more with the authority that is there, and overwrites nothing', async () => {
    await makeCertificates({ folder, servers: [], clients: ['one'], days: 30 });
    const ca = readFileSync(join(folder, 'ca/cacert.pem'), 'utf8');
    const more = await makeCertificates({ folder, servers: [{ names: ['lab'] }], clients: [], days: 99_999 });
    expect(more.authorityUsedAgain).toBe(true);
    expect(readFileSync(join(folder, 'ca/cacert.pem'), 'utf8')).toBe(ca);
    expect(read('servers/lab/servercert.pem').validTo).toBe(read('ca/cacert.pem').validTo);
    const before = all();
    const again = makeCertificates({ folder, servers: [{ names: ['new'] }], clients: ['one'], days: 30 });
    await expect(again).rejects.toMatchObject({ kind: 'exists', message: expect.stringContaining('one') });
    expect(all().filter((name) => name.endsWith('.pem'))).toEqual(
      before.filter((name) => name.endsWith('.pem')),
    );
  });

  it('refuses an authority that cannot sign, and says why', async () => {
    await makeCertificates({ folder, servers: [], clients: ['one'], days: 30 });
    writeFileSync(join(folder, 'ca/cakey.pem'), readFileSync(join(folder, 'clients/one/clientkey.pem')));
    const wish = { folder, servers: [], clients: ['two'], days: 30 };
    await expect(makeCertificates(wish)).rejects.toThrow('its key belongs to another certificate');
    writeFileSync(join(folder, 'ca/cakey.pem'), 'x');
    await expect(makeCertificates(wish)).rejects.toThrow('no certificate with a key');
    rmSync(join(folder, 'ca/cakey.pem'));
    await expect(makeCertificates(wish)).rejects.toThrow('only one of');
    expect(existsSync(join(folder, 'clients/two'))).toBe(false);
  });

  it('refuses names that are none before anything is written', async () => {
    const wish = { folder, servers: [{ names: ['a b'] }], clients: [], days: 30 };
    await expect(makeCertificates(wish)).rejects.toMatchObject({ kind: 'invalid' });
    const twins = { folder, servers: [{ names: ['a'] }, { names: ['A', 'b'] }], clients: [], days: 30 };
    await expect(makeCertificates(twins)).rejects.toThrow('same folder');
    expect(all()).toEqual([]);
  });
});

describe('names', () => {
  it.each(['lab', 'a.b-c.example.', '::1', '[fd00::1]', '10.0.0.1', 'xn--bcher-kva.example', 'under_score'])(
    'takes %s',
    (name) => expect(alternativeName(name).value).not.toBe(''),
  );
  it.each(['', '-a', 'a..b', '1.2.3', '300.1.1.1', 'a b', '*.example.org', 'büro', 'a/b', '../x'])(
    'refuses %j as a host',
    (name) => expect(() => alternativeName(name)).toThrow('neither'),
  );
  it.each(['', 'a,b', 'CN=x', 'a\nb', 'x'.repeat(65), '../..'])('refuses %j as a client', (name) => {
    expect(() => commonName(name)).toThrow('no name for a certificate');
  });
});
