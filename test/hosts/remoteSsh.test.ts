import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { keyPassphrase, oneTimeCode } from './lab/access.ts';
import { labPassword } from './lab/etc.ts';
import { RemoteStand } from './remoteStand.ts';
import { describeLab } from './vitest.ts';

describeLab('connecting over ssh', { hosts: 1 }, (lab) => {
  let stand: RemoteStand;
  beforeAll(async () => {
    stand = await RemoteStand.start(lab());
  });
  afterAll(() => stand?.stop());
  afterEach(async () => {
    expect(stand.prompts).toEqual([]);
    await lab().client.chooseSsh();
  });

  const uri = (user = 'admin', more = '') => `qemu+ssh://${user}@hv1/system${more}`;

  it('needs no question with a key and a known host', async () => {
    const found = await stand.visit(uri());
    expect(found.host).toMatchObject({ hostname: 'hv1', driver: 'QEMU' });
    expect(found.host?.uri).not.toContain('command');
  });

  it('asks for the password, says that it was wrong, and lets in with the right one', async () => {
    await lab().client.chooseSsh({ key: 'none' });
    const id = await stand.add(uri());
    const first = await stand.answer('wrong');
    expect(first).toMatchObject({ connection: id, fields: [{ label: 'Password', secret: true }] });
    expect(first.problem).toBeUndefined();
    const second = await stand.answer(labPassword);
    expect(second.problem).toContain('refused');
    await stand.connected(id);
    await stand.remove(id);
  });

  it('asks for the passphrase of a key', async () => {
    await lab().client.chooseSsh({ key: 'locked' });
    const id = await stand.add(uri());
    const asked = await stand.answer(keyPassphrase);
    expect(asked.message).toContain(lab().client.key('locked'));
    await stand.connected(id);
    await stand.remove(id);
  });

  it('asks for a code after the password, which cannot be remembered', async () => {
    await lab().client.chooseSsh({ key: 'none' });
    const id = await stand.add(uri('twosteps'));
    expect((await stand.answer(labPassword)).remember).toBe('until-closed');
    const code = await stand.answer(oneTimeCode);
    expect(code.remember).toBe('never');
    expect(code.message).toContain('one-time code');
    await stand.connected(id);
    await stand.remove(id);
  });
});
