import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LIBVIR_VERSION_NUMBER } from '../../main/libvirt/generated/constants.ts';
import * as kinds from '../../main/libvirt/typed/event-kinds.ts';
import { type Api, apiFiles, readApi } from './description.ts';
import { apiDirectory, generate, outputDirectory } from './generate.ts';
import { methodName } from './names.ts';

const described = apiFiles.every((file) => existsSync(join(apiDirectory, file)));

// In CI a missing description is a failure, not a reason to skip.
describe.skipIf(!described && !process.env.CI)('the generated binding', () => {
  let api: Api;
  let files: Map<string, string>;

  beforeAll(() => {
    api = readApi(apiDirectory);
    files = generate(api);
  });

  it('is what was committed', (context) => {
    const { version } = api;
    if (!process.env.CI) context.skip(version !== LIBVIR_VERSION_NUMBER, `this is libvirt ${version}`);
    const committed = readdirSync(outputDirectory, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    expect([...files.keys()].sort()).toEqual(committed.sort());
    for (const [path, text] of files) {
      expect(
        readFileSync(join(outputDirectory, path), 'utf8') === text,
        `${path}: run npm run generate`,
      ).toBe(true);
    }
  });

  it('is the same each time', () => {
    expect([...generate(readApi(apiDirectory))]).toEqual([...files]);
  });

  it('has all that the description has', () => {
    const text = [...files.values()].join('\n');
    const missing = [
      ...api.functions.map((f) => `\n${f.name}|${f.since}|`),
      ...api.callbacks.map((c) => `  ${c.name}: { returns:`),
      ...api.values.filter((v) => !v.sentinel).map((v) => `  ${v.name}: ${v.value},`),
      ...api.constants.map((c) => `export const ${c.name} = `),
    ].filter((line) => !text.includes(line));
    expect(missing).toEqual([]);
    expect(api.functions.length).toBe(526);
    const last = api.values.filter((v) => v.name.endsWith('_LAST') && !v.sentinel).map((v) => v.name);
    expect(last).toEqual(['VIR_NETWORK_UPDATE_COMMAND_ADD_LAST']);
  });

  it("has none of libvirt's texts", () => {
    const source = apiFiles.map((file) => readFileSync(join(apiDirectory, file), 'utf8')).join('\n');
    const texts = source.match(/(?:info='[^']{25,}'|(?<=CDATA\[)[^\]]{25,})/g) ?? [];
    const words = texts
      .map((text) => text.replace(/^info='/, '').slice(0, 25))
      .filter((start) => start.includes(' '));
    const output = [...files.values()].join('\n');
    expect(words.length).toBeGreaterThan(900);
    expect(words.filter((start) => output.includes(start))).toEqual([]);
  });
});

describe.skipIf(!described && !process.env.CI)('the table of events', () => {
  it('has every event, with the callback that the description names', () => {
    const source = readFileSync(join(apiDirectory, 'libvirt-api.xml'), 'utf8');
    const described = [...source.matchAll(/<enum name='VIR_\w+_EVENT_ID_(?!LAST)\w+'[^>]*>/g)].map(
      ([element]) => ({
        callback: /info='(vir\w+)'/.exec(element)?.[1] ?? element,
        group: /type='(vir\w+)EventID'/.exec(element)?.[1] ?? element,
        id: Number(/value='(\d+)'/.exec(element)?.[1]),
      }),
    );
    const groups = {
      virDomain: kinds.domainEvents,
      virNetwork: kinds.networkEvents,
      virNodeDevice: kinds.nodeDeviceEvents,
      virSecret: kinds.secretEvents,
      virStoragePool: kinds.storagePoolEvents,
    };
    const ours = Object.entries(groups).flatMap(([group, events]) =>
      Object.values(events).map(({ id, callback }) => ({ callback, group, id })),
    );
    const order = (list: typeof described) => list.map((e) => `${e.group} ${e.id} ${e.callback}`).sort();
    expect(order(ours)).toEqual(order(described));
  });
});

describe('methodName', () => {
  it("keeps libvirt's name without its prefix", () => {
    expect(methodName('virDomainGetXMLDesc', 'virDomain')).toBe('getXMLDesc');
    expect(methodName('virDomainFSFreeze', 'virDomain')).toBe('fsFreeze');
    expect(methodName('virConnectListAllDomains', 'virConnect')).toBe('listAllDomains');
  });

  it('keeps the name of the other object it is about', () => {
    expect(methodName('virStoragePoolLookupByName', 'virConnect')).toBe('storagePoolLookupByName');
    expect(methodName('virNodeGetInfo', 'virConnect')).toBe('nodeGetInfo');
    expect(methodName('virNWFilterLookupByName', 'virConnect')).toBe('nwFilterLookupByName');
    expect(methodName('virDomainRevertToSnapshot', 'virDomainSnapshot')).toBe('revertToSnapshot');
    expect(methodName('virDomainSnapshotCreateXML', 'virDomain')).toBe('snapshotCreateXML');
  });
});
