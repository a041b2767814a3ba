import { describe, expect, it } from 'vitest';
import {
  ensureElement,
  findElement,
  findElements,
  getPath,
  hasPath,
  insertXml,
  parseDocument,
  removeElement,
  serialize,
  setPath,
  XmlError,
} from '../index.ts';
import { parsePath } from './parse.ts';

const XML = `<domain type='kvm' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>a</name>
  <os>
    <boot dev='hd'/>
    <boot dev="cdrom"/>
  </os>
  <cpu>
    <feature policy='require' name='vmx'/>
    <feature name='svm'/>
  </cpu>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
    </disk>
    <disk type='block' device='disk'/>
    <disk type='file' device='cdrom'/>
  </devices>
  <q:commandline>
    <q:arg value='-x'/>
  </q:commandline>
</domain>
`;

const parse = (xml = XML) => parseDocument(xml);

function edited(edit: (document: ReturnType<typeof parse>) => void, xml = XML): string {
  const document = parse(xml);
  edit(document);
  return serialize(document);
}

describe('reading a path', () => {
  it.each([
    ['@type', 'kvm'],
    ['name', 'a'],
    ['name/text()', 'a'],
    ['os/boot/@dev', 'hd'],
    ['os/boot[2]/@dev', 'cdrom'],
    ["cpu/feature[@name='vmx']/@policy", 'require'],
    ['cpu/feature[@name="svm"]/@policy', null],
    ["devices/disk[@type='file'][2]/@device", 'cdrom'],
    ["devices/disk[@type='file'][@device='cdrom']/@type", 'file'],
    ['devices/disk/driver', ''],
    ['devices/disk[9]/@type', null],
    ['qemu:commandline/qemu:arg/@value', '-x'],
    ['q:commandline/q:arg/@value', '-x'],
    ['lxc:namespace', null],
    ['./name', 'a'],
  ])('%s is %s', (path, value) => {
    expect(getPath(parse(), path)).toBe(value);
    expect(hasPath(parse(), path)).toBe(value !== null);
  });

  it('takes an element too, and finds all that match', () => {
    const { root } = parse();
    expect(getPath(findElement(root, 'os')!, 'boot[2]/@dev')).toBe('cdrom');
    expect(findElements(root, "devices/disk[@type='file']")).toHaveLength(2);
    expect(getPath(findElement(root, 'name')!, '.')).toBe('a');
  });

  it.each([
    '',
    '/',
    'a//b',
    'a/',
    '@',
    '@a/b',
    'a[0]',
    'a[-1]',
    'a[x]',
    "a[@b='c]",
    'a b',
    'a[1][2]',
    'a[@b]',
    '..',
    '*',
  ])('refuses the path "%s"', (path) => {
    expect(() => parsePath(path)).toThrow(XmlError);
  });
});

describe('setting a path', () => {
  it('makes what is missing, indented like its surroundings', () => {
    const text = edited((document) => {
      setPath(document, 'os/boot[3]/@dev', 'network');
      setPath(document, "cpu/feature[@name='aes']/@policy", 'force');
      setPath(document, 'devices/disk[2]/source/@dev', '/dev/x');
      setPath(document, 'cputune/vcpupin[@vcpu="1"]/@cpuset', '0-3');
    });
    expect(text).toContain(`    <boot dev="cdrom"/>\n    <boot dev='network'/>\n  </os>`);
    expect(text).toContain(`    <feature name='aes' policy='force'/>\n  </cpu>`);
    expect(text).toContain(
      `    <disk type='block' device='disk'>\n      <source dev='/dev/x'/>\n    </disk>\n    <disk type='file' device='cdrom'/>`,
    );
    expect(text).toContain(`  <cputune>\n    <vcpupin vcpu='1' cpuset='0-3'/>\n  </cputune>\n  <os>`);
  });

  it('changes one attribute and leaves the rest of the tag as it was written', () => {
    expect(edited((d) => setPath(d, 'b/@y', "it's"), `<a><b x = "1"  y='2' z="&lt;"/></a>`)).toBe(
      `<a><b x = "1"  y='it&apos;s' z="&lt;"/></a>`,
    );
    expect(edited((d) => setPath(d, 'b/@w', 'new'), `<a><b x="1"/></a>`)).toBe(`<a><b x="1" w="new"/></a>`);
    expect(edited((d) => setPath(d, 'b/@x', null), `<a><b x="1" y='2' /></a>`)).toBe(`<a><b y='2' /></a>`);
  });

  it('sets text, and keeps comments and CDATA sections', () => {
    expect(edited((d) => setPath(d, 'b', 'x < y'), '<a><b/></a>')).toBe('<a><b>x &lt; y</b></a>');
    expect(edited((d) => setPath(d, 'b', 'n'), '<a><b>o<!--c-->p</b></a>')).toBe('<a><b>n<!--c--></b></a>');
    expect(edited((d) => setPath(d, 'b', '<n>'), '<a><b><![CDATA[o]]></b></a>')).toBe(
      '<a><b><![CDATA[<n>]]></b></a>',
    );
  });

  it('keeps its hands off: what is set already does not change a letter', () => {
    const xml = `<a><b x="1">t &#38; u</b></a>`;
    expect(edited((d) => [setPath(d, 'b/@x', '1'), setPath(d, 'b', 't & u')], xml)).toBe(xml);
  });

  it('makes elements present with true and absent with false', () => {
    const document = parse('<a>\n  <b/>\n</a>');
    setPath(document, 'c', true);
    setPath(document, 'b', true);
    expect(serialize(document)).toBe('<a>\n  <b/>\n  <c/>\n</a>');
    setPath(document, 'c', false);
    setPath(document, 'b', false);
    expect(serialize(document)).toBe('<a/>');
  });

  it('removes with null, then the ancestors that became empty, and no more than these', () => {
    expect(
      edited((d) => setPath(d, 'b/c/@d', null), `<a>\n  <b>\n    <c d='1'/>\n  </b>\n  <e/>\n</a>`),
    ).toBe('<a>\n  <e/>\n</a>');
    expect(edited((d) => setPath(d, 'b/c/@d', null), `<a>\n  <b x='1'>\n    <c d='1'/>\n  </b>\n</a>`)).toBe(
      `<a>\n  <b x='1'/>\n</a>`,
    );
    expect(
      edited((d) => setPath(d, 'b/c', null), `<a>\n  <b>\n    <!-- why -->\n    <c/>\n  </b>\n</a>`),
    ).toBe('<a>\n  <b>\n    <!-- why -->\n  </b>\n</a>');
    expect(edited((d) => setPath(findElement(d, 'b')!, 'c', null), '<a><b><c/></b></a>')).toBe('<a><b/></a>');
    expect(edited((d) => setPath(d, 'not/there/@x', null))).toBe(XML);
  });

  it('writes numbers, and declares libvirt prefixes where they are not declared', () => {
    const text = edited((d) => setPath(d, 'metadata/libosinfo:libosinfo/libosinfo:os/@id', 7));
    expect(text).toContain(
      `<libosinfo:libosinfo xmlns:libosinfo='http://libosinfo.org/xmlns/libvirt/domain/1.0'>\n      <libosinfo:os id='7'/>`,
    );
    expect(edited((d) => setPath(d, 'qemu:commandline/qemu:arg[2]/@value', '-y'))).toContain(
      `<q:arg value='-y'/>`,
    );
  });

  it.each([
    ['os/boot[4]/@dev', 'x', 'there are only 2'],
    ['unknown:x/@y', 'x', 'stands for no namespace'],
    ['os', 'text', 'holds elements'],
    ['name', 'a\u0000b', 'cannot hold'],
    ['@type', true, 'needs a value'],
  ])('refuses %s = %s', (path, value, words) => {
    const document = parse();
    expect(() => setPath(document, path, value)).toThrow(words);
    expect(serialize(document)).toBe(XML);
  });

  it('makes an element by its path', () => {
    const document = parse('<a/>');
    expect(ensureElement(document, 'b/c').nodeName).toBe('c');
    expect(serialize(document)).toBe('<a>\n  <b>\n    <c/>\n  </b>\n</a>');
  });
});

describe('inserting XML', () => {
  it('indents the new lines like their surroundings', () => {
    const text = edited((document) => {
      insertXml(
        findElement(document, 'devices')!,
        `<rng model='virtio'>\n  <backend model='random'>/dev/urandom</backend>\n</rng>\n`,
      );
    });
    expect(text).toContain(
      `    <rng model='virtio'>\n      <backend model='random'>/dev/urandom</backend>\n    </rng>\n  </devices>`,
    );
  });

  it('puts the new element before another one', () => {
    const document = parse('<a>\n  <b/>\n\n  <c/>\n</a>');
    const added = insertXml(document, '<n/>', findElement(document, 'c')!);
    expect(serialize(document)).toBe('<a>\n  <b/>\n  <n/>\n\n  <c/>\n</a>');
    removeElement(added);
    expect(serialize(document)).toBe('<a>\n  <b/>\n\n  <c/>\n</a>');
  });

  it('knows the prefixes of the parent and those of libvirt', () => {
    const document = parse('<a xmlns:x="urn:x"/>');
    insertXml(document, '<x:b><qemu:c/></x:b>');
    expect(serialize(document)).toBe(
      `<a xmlns:x="urn:x">\n  <x:b xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><qemu:c/></x:b>\n</a>`,
    );
    expect(parseDocument(serialize(document)).root.nodeName).toBe('a');
  });

  it.each(['', 'text', '<a/><b/>', '<a>', '<a/>x', '<!DOCTYPE a><a/>', '<?xml version="1.0"?>'])(
    'refuses "%s"',
    (xml) => {
      const document = parse();
      expect(() => insertXml(document, xml)).toThrow(XmlError);
      expect(serialize(document)).toBe(XML);
    },
  );

  it('takes a declaration and blanks around the element', () => {
    expect(edited((d) => void insertXml(d, `<?xml version='1.0'?>\n <n/> \n`), '<a/>')).toBe(
      '<a>\n  <n/>\n</a>',
    );
  });
});

describe('removing elements', () => {
  it('takes the line with the element', () => {
    expect(edited((d) => removeElement(findElement(d, 'b')!), '<a>\n  <b/>\n  <c/>\n</a>')).toBe(
      '<a>\n  <c/>\n</a>',
    );
    expect(edited((d) => removeElement(findElement(d, 'b')!), '<a>\n  <b/> <!-- on b -->\n</a>')).toBe(
      '<a>\n  <!-- on b -->\n</a>',
    );
    expect(edited((d) => removeElement(findElement(d, 'b')!), '<a>x<b/>y</a>')).toBe('<a>xy</a>');
    expect(edited((d) => removeElement(findElement(d, 'b')!), '<a>\n  <b/><c/>\n</a>')).toBe(
      '<a>\n  <c/>\n</a>',
    );
  });

  it('leaves the ancestors', () => {
    expect(edited((d) => removeElement(findElement(d, 'b/c')!), '<a>\n  <b>\n    <c/>\n  </b>\n</a>')).toBe(
      '<a>\n  <b/>\n</a>',
    );
  });
});

describe('one element on its own', () => {
  it('carries the namespaces it inherits', () => {
    const document = parse();
    expect(serialize(findElement(document, 'qemu:commandline/qemu:arg')!)).toBe(
      `<q:arg xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0' value='-x'/>`,
    );
    expect(serialize(findElement(document, 'devices/disk')!)).toBe(
      `<disk type='file' device='disk'>\n      <driver name='qemu' type='qcow2'/>\n    </disk>`,
    );
  });
});
