import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agents, timed } from './helpers/agents.ts';
import { buildAgent } from './helpers/buildAgent.ts';
import { type Nameless, nameless } from './helpers/nameless.ts';

describe('on a machine whose name no name server knows, an agent', () => {
  let machine: Nameless;
  let agents: Agents;

  beforeAll(async () => {
    const path = await buildAgent();
    machine = await nameless(path);
    agents = new Agents(machine.host);
  });
  afterAll(async () => {
    await agents.dispose();
    machine.dispose();
  });

  it('opens, answers and closes while libvirt waits for the name', async () => {
    const agent = await agents.open();
    const before = machine.asked();
    const facts = await agent.call('hostInfo', {});
    expect(facts).toMatchObject({ driver: 'TEST', cpus: 16 });
    await agent.call('hostDetails', {});
    expect(machine.asked()).toBe(before);

    let told = false;
    const name = agent.call('hostName', {}).finally(() => {
      told = true;
    });
    await expect.poll(machine.asked, { timeout: machine.waitMs }).toBeGreaterThan(before);
    const { domains } = await agent.call('listDomains', {});
    expect(domains).toHaveLength(1);
    await Promise.all(Array.from({ length: 50 }, () => agent.call('hostInfo', {})));
    expect(told).toBe(false);
    expect(await name).toBe(machine.name);
    expect(agent.slowCalls.at(-1)).toMatchObject({ name: 'hostName' });
  });

  it('leaves the connection, and opens another, before the name is there', async () => {
    const agent = await agents.open();
    const before = machine.asked();
    let told = false;
    const name = agent.call('hostName', {}).finally(() => {
      told = true;
    });
    await expect.poll(machine.asked, { timeout: machine.waitMs }).toBeGreaterThan(before);
    await agent.disconnect();
    await agent.open({ uri: 'test:///default', readOnly: false, authorize: async () => null });
    expect(await agent.call('hostInfo', {})).toMatchObject({ driver: 'TEST' });
    expect(told).toBe(false);
    expect(await name).toBe(machine.name);
    expect(await agent.call('hostInfo', {})).toMatchObject({ driver: 'TEST' });
  });

  it('ends without waiting for it', async () => {
    const agent = await agents.open();
    const before = machine.asked();
    const name = agent.call('hostName', {}).catch((error: unknown) => error);
    await expect.poll(machine.asked, { timeout: machine.waitMs }).toBeGreaterThan(before);
    expect(await timed(() => agent.close())).toBeLessThan(machine.waitMs - 1_000);
    expect(await name).toMatchObject({ reason: 'closed' });
  });
});
