import { describe, expect, it } from 'vitest';
import { buildDomain, Domain } from '../../../../model/index.ts';
import { MachineEdit } from './machineEdit.ts';
import type { EditSource } from './source.ts';
import { goOn, type StoredEdit, toStored } from './storedEdits.ts';

const DOTS = '••••••••';

function machine(xml: string): EditSource & { xml: string } {
  return {
    id: 'machine',
    kind: 'machine',
    connection: 'c',
    uuid: 'u',
    xml,
    load() {
      return Promise.resolve({ live: null, saved: this.xml });
    },
    apply: () => Promise.reject(new Error('not here')),
  };
}

function start(): string {
  const disks = [{ file: '/a' }];
  return buildDomain({ name: 'vm', type: 'kvm', memory: 1024 ** 3, vcpu: 2, disks, graphics: 'vnc' }).toXml();
}

async function opened(xml: string) {
  const source = machine(xml);
  const edit = new MachineEdit(source);
  await edit.reload();
  return { source, edit };
}

/** Through the text that the window's storage keeps, into the edit of the next page. */
async function loadedAgain(edit: MachineEdit, source: EditSource) {
  const text = JSON.stringify(toStored(edit));
  const next = new MachineEdit(source);
  goOn(next, JSON.parse(text) as StoredEdit);
  const before = next.store.getState().changes.length;
  await next.reload();
  return { text, next, before, state: next.store.getState() };
}

describe('an edit of a page that is loaded again', () => {
  it('is there as it was: changes, wrong texts, what is selected, and storage', async () => {
    const { source, edit } = await opened(start());
    const disk = edit.domain.disks.at(0)!;
    edit.ids.of(edit.domain.graphics.at(0)!);
    const id = edit.ids.of(disk);
    edit.change(() => {
      disk.cache = 'none';
    });
    edit.setTyped('domain/vcpu', { text: 'many', problem: 'A number.', label: 'vCPUs' });
    edit.select(id);
    edit.storage.delete('/gone');
    const { next, before, state } = await loadedAgain(edit, source);
    expect(before).toBe(1);
    expect(state.changes.map(({ key }) => key)).toEqual(['disks[vda]/cache']);
    expect(state).toMatchObject({ phase: 'ready', selected: id, notice: null });
    expect(next.device(id)?.get('target/@dev')).toBe('vda');
    expect(next.ids.of(next.domain.disks.at(0)!)).toBe(id);
    expect(state.typed.get('domain/vcpu')?.text).toBe('many');
    expect([...next.storage.deletions]).toEqual(['/gone']);
    expect(next.dirty).toBe(true);
  });

  it('meets what others have changed meanwhile, and is still asked what it was asked', async () => {
    const { source, edit } = await opened(start());
    const theirs = (change: (domain: Domain) => void) => {
      const domain = Domain.parse(source.xml);
      change(domain);
      source.xml = domain.toXml();
    };
    edit.change((domain) => {
      domain.title = 'mine';
      domain.vcpu = 4;
    });
    theirs((domain) => {
      domain.title = 'theirs';
    });
    await edit.reload();
    theirs((domain) => {
      domain.vcpu = 8;
      domain.description = 'new';
    });
    const { state } = await loadedAgain(edit, source);
    expect(state.conflicts.map(({ key }) => key)).toEqual(['title', 'vcpu']);
    expect(state.notice).toContain('new');
    expect(state.changes.map(({ key }) => key)).toEqual(['title', 'vcpu']);
  });

  it.each([
    ['a display without a password', ''],
    ['a display with one', ` passwd='${DOTS}'`],
  ])('has no password that was typed for %s, and says so', async (_what, present) => {
    const { source, edit } = await opened(start().replace("<graphics type='vnc'", `$&${present}`));
    edit.change((domain) => {
      domain.graphics.at(0)!.password = "s'cret";
      domain.title = 'also';
    });
    edit.setTyped('device-1/password', { text: 's3cretlong', problem: 'Too long.', label: 'Password' });
    edit.setTyped('domain/xml', {
      text: `<domain><graphics passwd="s4cret" port='1'/><graphics passwd='s5cret`,
      problem: 'Not closed.',
      label: 'XML',
    });
    const { text, next, state } = await loadedAgain(edit, source);
    expect(text).not.toMatch(/s.{0,5}cret/);
    expect(next.domain.graphics.at(0)!.password).toBe(DOTS);
    expect(state.changes.some(({ key }) => key === 'title')).toBe(true);
    expect(state.notice).toContain('Type it again');
    expect([...state.typed.keys()]).toEqual(['domain/xml']);
  });

  it('says nothing of passwords that stayed as they are', async () => {
    const { source, edit } = await opened(start().replace("<graphics type='vnc'", `$& passwd='${DOTS}'`));
    edit.change((domain) => {
      domain.title = 'new';
    });
    const { state } = await loadedAgain(edit, source);
    expect(state).toMatchObject({ notice: null });
    expect(state.changes).toHaveLength(1);
  });
});
