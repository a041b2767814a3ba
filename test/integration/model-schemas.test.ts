import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Shape } from '../../model/coverage/shape.ts';
import { DEVICE_CLASSES, DOCUMENT_CLASSES, isDocumentKind } from '../../model/index.ts';
import { Grammar, inSchema, placesOf, unreachable } from './model-rng.ts';
import { sampleDocuments, sampleDomains } from './model-samples.ts';
import { invalid, misread, output, withFolder } from './model-tools.ts';

const SCHEMA_FILES = [
  'domain',
  'network',
  'networkport',
  'storagepool',
  'storagevol',
  'interface',
  'nodedev',
  'secret',
  'nwfilter',
  'nwfilterbinding',
  'domainsnapshot',
  'domaincheckpoint',
  'domainbackup',
  'capability',
  'domaincaps',
  'storagepoolcaps',
];

function rootsOf(file: string) {
  const grammar = new Grammar(`${file}.rng`);
  return [...grammar.roots()].map(([name, definitions]) => {
    if (!isDocumentKind(name)) throw new Error(`no class for <${name}>`);
    return { grammar, name, definitions, of: DOCUMENT_CLASSES[name] };
  });
}

describe("libvirt's schemas", () => {
  // privateData is what libvirt's own status files hold; it is never given out.
  it.each(SCHEMA_FILES)('%s: every element and attribute is reached by an accessor', (file) => {
    for (const { grammar, name, definitions, of } of rootsOf(file)) {
      const missing = unreachable(grammar, definitions, Shape.of(of), name);
      expect([...new Set(missing)].filter((path) => !path.includes('privateData'))).toEqual([]);
    }
  });

  it('list no value that the accessors do not document', () => {
    // The schema has one list of targets for all serial devices, though each kind has targets of its own.
    const shared = new Set(['Serial.targetType', 'Console.targetType', 'Parallel.targetType']);
    const missing = new Set<string>();
    for (const { grammar, name, definitions, of } of SCHEMA_FILES.flatMap(rootsOf)) {
      for (const { accessor, path, choices } of placesOf(of, name)) {
        if (!choices || shared.has(accessor)) continue;
        const { values } = inSchema(grammar, definitions, path);
        for (const value of values) if (!choices.includes(value)) missing.add(`${accessor}: ${value}`);
      }
    }
    expect([...missing]).toEqual([]);
  });
});

describe('what builders and accessors make', () => {
  const domains = sampleDomains();

  it('has one of every kind of device', () => {
    const kinds = new Set(
      [...domains.values()].flatMap((domain) => domain.devices.map((device) => device.element.nodeName)),
    );
    // Not in the schema of libvirt 9.0, or only there on other machines.
    const elsewhere = ['crypto', 'pstore', 'nvram'];
    expect(
      Object.keys(DEVICE_CLASSES).filter((kind) => !kinds.has(kind) && !elsewhere.includes(kind)),
    ).toEqual([]);
  });

  it.each([...domains.keys()])("fits libvirt's schema: machine %s", async (name) => {
    const xml = domains.get(name)?.toXml() ?? '';
    expect(await invalid('domain', new Map([[name, xml]]))).toEqual([]);
    expect(misread(xml)).toEqual([]);
  });

  it.each(sampleDocuments().map(([schema, node], index) => [schema, index, node.toXml()] as const))(
    "fits libvirt's schema: %s %s",
    async (schema, _index, xml) => {
      expect(await invalid(schema, new Map([[schema, xml]]))).toEqual([]);
      expect(misread(xml)).toEqual([]);
    },
  );

  it.each([...domains.keys()].filter((name) => name !== 'container'))(
    'is accepted by the test driver and comes back with all that was said: machine %s',
    async (name) => {
      const domain = domains.get(name);
      const given = (domain?.toXml() ?? '').replace(/type='qemu'/, `type='test'`);
      const printed = await withFolder(async (folder) => {
        const file = join(folder, 'machine.xml');
        await writeFile(file, given);
        return output('virsh', ['-q', '-c', 'test:///default', `define ${file}; dumpxml ${name}`]);
      });
      expect(misread(printed.slice(printed.indexOf('<domain')).trimEnd())).toEqual([]);
    },
  );
});
