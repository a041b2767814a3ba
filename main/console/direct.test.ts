import { describe, expect, it } from 'vitest';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { targetOf } from './direct.ts';
import { unreachable } from './display.ts';
import { type GraphicsPlace, graphicsPlace } from './list.ts';

/** As far as the way to a display depends on its host. */
const host = (uri: string, told: string | null) =>
  ({ connection: { uri, name: 'hv1', host: told && { uri: told } } }) as unknown as Hypervisor;

const display = (attributes: string): GraphicsPlace =>
  graphicsPlace(`<domain><devices><graphics type='vnc' ${attributes}/></devices></domain>`, 0)!;

describe('the way to a display of a host that is known by an alias', () => {
  const remote = host('lab', 'qemu+tls://hv1.example/system');
  const local = host('here', 'qemu:///system');
  const open = display(`port='5901' listen='0.0.0.0'`);
  const own = display(`port='5901' listen='127.0.0.1'`);

  it('leads to the host that the alias stands for', () => {
    expect(targetOf(remote, open)).toEqual({ host: 'hv1.example', port: 5901 });
    expect(targetOf(local, open)).toEqual({ host: '127.0.0.1', port: 5901 });
  });

  it('is said to be closed where only the host itself can go it', () => {
    expect(unreachable(remote, own)).toContain('qemu+ssh://hv1.example/system');
    expect(unreachable(local, own)).toBeNull();
  });

  it('is never guessed to be this machine', () => {
    expect(targetOf(host('lab', null), open)).toBeNull();
  });
});
