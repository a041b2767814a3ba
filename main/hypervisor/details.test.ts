import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DETAIL_NAMESPACES, RememberedDetails, toDetails } from './details.ts';
import { DetailsFiller } from './detailsFiller.ts';
import type { DomainDetails } from './inventory.ts';

const [LIBOSINFO = '', VIRTDECK = ''] = DETAIL_NAMESPACES;
const metadata = (elements: Record<string, string | null>) => ({
  uuid: 'u',
  title: 'Web',
  description: null,
  elements,
});
const none: DomainDetails = { title: '', description: '', tags: [], os: '', icon: '' };

describe('toDetails', () => {
  it('reads elements as libvirt hands them over, without their namespace', () => {
    const os = `<libosinfo>\n  <os id="http://debian.org/debian/12"/>\n</libosinfo>`;
    const tags = `<virtdeck>\n  <tag>web</tag>\n</virtdeck>`;
    expect(toDetails(metadata({ [LIBOSINFO]: os, [VIRTDECK]: tags }))).toMatchObject({
      tags: ['web'],
      os: 'http://debian.org/debian/12',
    });
  });

  it('reads system and tags, and tells "none" from "not read yet"', () => {
    const os = `<libosinfo:libosinfo xmlns:libosinfo="${LIBOSINFO}"><libosinfo:os id="http://debian.org/debian/12"/></libosinfo:libosinfo>`;
    const tags = `<v:virtdeck xmlns:v="${VIRTDECK}"><v:tag>web</v:tag><v:tag> web </v:tag><v:tag/><v:tag>prod</v:tag></v:virtdeck>`;
    expect(toDetails(metadata({ [LIBOSINFO]: os, [VIRTDECK]: tags }))).toEqual({
      title: 'Web',
      description: '',
      tags: ['web', 'prod'],
      os: 'http://debian.org/debian/12',
      icon: '',
    });
    expect(toDetails(metadata({ [LIBOSINFO]: null }))).toEqual({ ...none, title: 'Web' });
  });

  it('takes rubbish for nothing', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>';
    expect(toDetails(metadata({ [LIBOSINFO]: '<a', [VIRTDECK]: bomb }))).toEqual({ ...none, title: 'Web' });
  });
});

describe('RememberedDetails', () => {
  it('keeps what says something until the next run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'virtdeck-details-'));
    const web = { title: 'Web', description: '', tags: ['a'], os: '', icon: 'server' };
    await new RememberedDetails(folder, 'test:///default').save([
      { uuid: 'a', ...web },
      { uuid: 'b', ...none },
    ]);
    const again = new RememberedDetails(folder, 'test:///default');
    expect(again.get('a')).toEqual(web);
    expect(again.get('b')).toBeUndefined();
    expect(again.get('__proto__')).toBeUndefined();
    expect(new RememberedDetails(folder, 'test:///other').get('a')).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});

describe('DetailsFiller', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  function filler(msEach: number) {
    const batches: string[][] = [];
    const found: string[] = [];
    const done = vi.fn();
    const made = new DetailsFiller({
      read: async (uuids) => {
        batches.push([...uuids]);
        await new Promise((resolve) => setTimeout(resolve, msEach * uuids.length));
        return new Map(uuids.filter((uuid) => uuid !== 'gone').map((uuid) => [uuid, none]));
      },
      found: (uuid) => found.push(uuid),
      done,
    });
    return { made, batches, found, done };
  }
  const names = (count: number) => Array.from({ length: count }, (_, index) => `d${index}`);

  it('reads everything in batches that grow as long as they stay short', async () => {
    const { made, batches, found, done } = filler(0.2);
    made.add([...names(1000), 'gone']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(found).toHaveLength(1000);
    expect(Math.max(...batches.map((batch) => batch.length))).toBe(100);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('takes one at a time over a slow link, and leaves most of the time to others', async () => {
    const { made, batches } = filler(50);
    made.add(names(1000));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(batches.at(-1)).toHaveLength(1);
    expect(batches.length).toBeLessThan(60);
  });

  it('reads first what is looked at', async () => {
    const { made, batches } = filler(50);
    made.add(names(100));
    await vi.advanceTimersByTimeAsync(1_000);
    made.hurry(['d90', 'not-waiting']);
    const before = batches.length;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(batches[before]?.[0]).toBe('d90');
  });
});
