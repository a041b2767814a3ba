import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XmlError } from '../errors.ts';
import { parseDocument, serialize } from '../index.ts';
import {
  attr,
  decimal,
  define,
  flag,
  hex,
  int,
  list,
  onOff,
  section,
  size,
  text,
  texts,
  unitFactor,
  yesNo,
} from './index.ts';

class Item extends define({ name: attr('@name'), value: text('.') }) {}
class Source extends define({ file: attr('@file'), items: list('item', () => Item) }) {}

class Thing extends define({
  cache: attr('driver/@cache', ['none', 'writeback']),
  title: text('title'),
  count: int('@count'),
  slot: hex('address/@slot', 2),
  delay: decimal('bridge/@delay'),
  present: yesNo('timer/@present'),
  state: onOff('smm/@state'),
  readonly: flag('readonly'),
  memory: size('memory', 'KiB'),
  cell: size('cell/@memory', 'KiB'),
  source: section('source', () => Source),
  items: list('items/item', () => Item),
  names: texts('host/name'),
  addrs: texts('forwarder/@addr'),
}) {}

const thing = (xml: string) => new Thing(parseDocument(xml));

describe('fields', () => {
  it('read what is there and null for what is not', () => {
    const node = thing(
      `<t count='0x1f'><driver cache='future'/><title>x</title><address slot='0x0a'/><timer present='no'/><smm state='on'/><readonly/></t>`,
    );
    expect(node.cache).toBe('future');
    expect(node.title).toBe('x');
    expect(node.count).toBe(31);
    expect(node.slot).toBe(10);
    expect(node.present).toBe(false);
    expect(node.state).toBe(true);
    expect(node.readonly).toBe(true);
    const empty = thing('<t/>');
    expect([empty.cache, empty.title, empty.count, empty.present, empty.memory, empty.delay]).toEqual(
      Array(6).fill(null),
    );
    expect(empty.readonly).toBe(false);
    expect(empty.source.exists).toBe(false);
    expect(empty.items.length).toBe(0);
    expect(serialize(parseDocument('<t/>'))).toBe('<t/>');
  });

  it('leave what they cannot read as it is, readable by its path', () => {
    const node = thing(`<t count='many'><timer present='perhaps'/><memory unit='parsec'>1</memory></t>`);
    expect([node.count, node.present, node.memory]).toEqual([null, null, null]);
    expect(node.get('@count')).toBe('many');
    expect(node.toXml()).toBe(
      `<t count='many'><timer present='perhaps'/><memory unit='parsec'>1</memory></t>`,
    );
  });

  it('write, and with null remove what became empty', () => {
    const node = thing('<t/>');
    node.cache = 'none';
    node.count = 7;
    node.slot = 10;
    node.delay = 0.5;
    node.present = true;
    node.state = false;
    node.readonly = true;
    node.source.file = '/a';
    node.names = ['a', 'b'];
    node.addrs = ['1', '2', '3'];
    expect(node.toXml()).toBe(
      `<t count='7'>\n  <driver cache='none'/>\n  <address slot='0x0a'/>\n  <bridge delay='0.5'/>\n  <timer present='yes'/>\n  <smm state='off'/>\n  <readonly/>\n  <source file='/a'/>\n  <host>\n    <name>a</name>\n    <name>b</name>\n  </host>\n  <forwarder addr='1'/>\n  <forwarder addr='2'/>\n  <forwarder addr='3'/>\n</t>`,
    );
    node.names = ['c'];
    node.addrs = [];
    expect([node.names, node.addrs]).toEqual([['c'], []]);
    node.names = [];
    Object.assign(node, {
      cache: null,
      count: null,
      slot: null,
      delay: null,
      present: null,
      state: null,
      readonly: false,
    });
    node.source.file = null;
    expect(node.toXml()).toBe('<t/>');
  });

  it('keep hexadecimal numbers hexadecimal', () => {
    const node = thing(`<t count='0x001f'/>`);
    node.count = 32;
    expect(node.get('@count')).toBe('0x0020');
  });

  it.each([
    ['count', 1.5],
    ['count', Number.NaN],
    ['slot', -1],
    ['delay', Number.POSITIVE_INFINITY],
    ['memory', -1],
    ['memory', 0.5],
    ['title', '\u0000'],
  ])('refuse %s = %s', (name, value) => {
    const node = thing('<t/>');
    expect(() => Reflect.set(node, name, value, node)).toThrow(XmlError);
    expect(node.toXml()).toBe('<t/>');
  });

  it('names in use cannot be fields', () => {
    expect(() => define({ element: attr('@x') })).toThrow('taken');
    expect(() => define({ set: attr('@x') })).toThrow('taken');
  });
});

describe('amounts', () => {
  it.each([
    ['b', 1],
    ['bytes', 1],
    ['KB', 1000],
    ['k', 1024],
    ['KiB', 1024],
    ['MiB', 1024 ** 2],
    ['MB', 1e6],
    ['g', 1024 ** 3],
    ['TiB', 1024 ** 4],
    ['EB', 1e18],
    ['parsec', undefined],
    ['', undefined],
  ])('a %s is %s bytes', (unit, factor) => {
    expect(unitFactor(unit)).toBe(factor);
  });

  it('are written in the unit they had', () => {
    const node = thing(`<t><memory unit='GiB'>4</memory><cell memory='1024'/></t>`);
    expect([node.memory, node.cell]).toEqual([4 * 1024 ** 3, 1024 ** 2]);
    node.memory = 8 * 1024 ** 3;
    node.cell = 2 * 1024 ** 2;
    expect(node.toXml()).toBe(`<t><memory unit='GiB'>8</memory><cell memory='2048'/></t>`);
    node.memory = 1536 * 1024 ** 2;
    expect(node.toXml()).toContain(`<memory unit='MiB'>1536</memory>`);
    node.memory = 1000;
    expect(node.toXml()).toContain(`<memory unit='bytes'>1000</memory>`);
    node.memory = null;
    node.cell = null;
    expect(node.toXml()).toBe('<t/>');
  });

  it('are got as they were set, whatever their unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'b', 'KiB', 'MiB', 'GB', 'k', 'TiB', 'nonsense'),
        fc.nat(),
        fc.integer({ min: 0, max: 2 ** 50 }),
        (unit, before, bytes) => {
          const node = thing(`<t><memory${unit && ` unit='${unit}'`}>${before}</memory></t>`);
          node.memory = bytes;
          expect(node.memory).toBe(bytes);
        },
      ),
    );
  });
});

describe('lists', () => {
  it('are live, in order, and can be added to and taken from', () => {
    const node = thing(`<t>\n  <items>\n    <item name='a'>1</item>\n  </items>\n</t>`);
    const { items } = node;
    const added = items.add({ name: 'b', value: '2' });
    expect(items.map((item) => [item.name, item.value])).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(items.find((item) => item.name === 'b')?.element).toBe(added.element);
    items.remove(items.at(0)!);
    expect([...items].map((item) => item.name)).toEqual(['b']);
    items.clear();
    expect(node.toXml()).toBe('<t/>');
  });

  it('stand inside sections that are not there yet', () => {
    const node = thing('<t/>');
    node.source.items.add({ name: 'x' });
    expect(node.toXml()).toBe(`<t>\n  <source>\n    <item name='x'/>\n  </source>\n</t>`);
    node.source.clear();
    expect(node.toXml()).toBe('<t/>');
  });
});
