import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import type { XmlParser } from '../dom.ts';
import { XmlError } from '../errors.ts';
import { parseDocument, serialize, xmldomParser } from '../index.ts';

const PARSERS: [string, XmlParser | undefined][] = [
  ['the default parser', undefined],
  ['xmldom, strict', xmldomParser],
  ['xmldom as it comes', new DOMParser({ onError: () => {} })],
];

function refusal(xml: string, parser?: XmlParser, limits = {}): XmlError {
  try {
    parseDocument(xml, parser ? { parser, limits } : { limits });
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error(`accepted: ${xml}`);
}

describe.each(PARSERS)('%s', (_name, parser) => {
  const parse = (xml: string) => parseDocument(xml, parser ? { parser } : {});

  it.each([
    `<domain type='kvm'>\n  <name>a</name>\n</domain>\n`,
    `<a b="1" c='2'  d = "3" ><b /><c></c ><d\n  e='f'/></a  >`,
    `<?xml version="1.0" encoding='UTF-8'?>\n\n<!-- before -->\n<?pi   some data ?>\n<a/>\n<!-- after -->\n\n`,
    `<a>x &lt; &#65;&#x1F600; &amp; "'> <![CDATA[<raw> & ]]><![CDATA[]]><?p?><?p ?></a>`,
    `<a b='&#10;&#9;&#13;&#xA;"' c="'&lt;&quot;&apos;"/>`,
    `<q:a xmlns:q='urn:q' xmlns='urn:d' q:b='1'><b xmlns=''/><c xml:space='preserve'>  </c></q:a>`,
    `<a b='x\u0085\u2028\u2029y'>\u0085\u2028<!--\u2029--><![CDATA[\u2028]]></a>`,
    `<a>\ufffd \ud83d\ude00 \u{10ffff} \u007f</a>`,
    `<ä ö='ü'><数 据='値'/></ä>`,
    `<a-->x</a-->`,
    `<a><!--<!DOCTYPE x>--><![CDATA[<!DOCTYPE x [<!ENTITY y "z">]>]]><?p <!DOCTYPE x>?></a>`,
  ])('gives back what it was given: %s', (xml) => {
    expect(serialize(parse(xml))).toBe(xml);
  });

  it('normalises line ends as XML says, and leaves a byte order mark out', () => {
    expect(serialize(parse('\ufeff<a>\r\n<b/>\r</a>\r\n'))).toBe('<a>\n<b/>\n</a>\n');
  });

  it.each([
    ['<a>', 'not closed'],
    ['<a></b>', '</b> stands where <a> of line 1'],
    ['<a b=1/>', 'well-formed'],
    ['<a b="1"c="2"/>', 'well-formed'],
    ['<a b="1" b="2"/>', 'well-formed'],
    ['<a b="<"/>', 'well-formed'],
    ['<a b/>', 'well-formed'],
    ['<1a/>', 'well-formed'],
    ['<a:b:c xmlns:a="x"/>', 'well-formed'],
    ['<x:a/>', 'well-formed'],
    ['<a x:b=""/>', 'well-formed'],
    ['<a xmlns:x=""/>', 'declares no namespace'],
    ['<a xmlns:xml="urn:x"/>', 'reserved'],
    ['<a>&nbsp;</a>', 'nbsp'],
    ['<a>& </a>', 'reference'],
    ['<a b="&x;"/>', 'reference'],
    ['<a>&#0;</a>', 'reference'],
    ['<a>&#xD800;</a>', 'reference'],
    ['<a>&#x110000;</a>', 'reference'],
    ['<a>\u0000</a>', 'U+0000'],
    ['<a>\u001b</a>', 'U+001B'],
    ['<a>\ud800</a>', 'U+D800'],
    ['<a>]]></a>', ']]>'],
    ['<a><!-- -- --></a>', 'well-formed'],
    ['<a><![CDATA[</a>', ']]>'],
    ['<![CDATA[x]]><a/>', '<!'],
    ['<a/><b/>', 'more than one root'],
    ['<a/>text', 'outside'],
    ['text<a/>', 'outside'],
    ['', 'no root'],
    ['   \n', 'no root'],
    ['<a/><?xml version="1.0"?>', 'not at the start'],
    ['<?xml version="2.0"?><a/>', 'well-formed'],
    ['</a>', 'without an element'],
    ['<a>\n<b>\n<c/>\n</a>', '</a> stands where <b> of line 2 is to be closed (line 4, column 1)'],
    ['<a></ab>', '</ab> stands where <a>'],
    ['<ab></a>', '</a> stands where <ab>'],
    ['<a\u0080b="1"/>', 'not closed'],
  ])('refuses %s', (xml, words) => {
    const error = refusal(xml, parser);
    expect(error.reason).toBe('malformed');
    expect(error.message).toContain(words);
  });

  it.each([
    '<!DOCTYPE a><a/>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<!doctype a><a/>',
    '<?xml version="1.0"?>\n<!-- c --><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>',
    '<a><!ENTITY x "y"></a>',
    '<a/><!DOCTYPE a>',
  ])('refuses a document type before the parser sees it: %s', (xml) => {
    expect(refusal(xml, parser).reason).toBe('doctype');
  });

  it('refuses what is too long, too deep or too much', () => {
    expect(refusal(`<a>${'x'.repeat(100)}</a>`, parser, { maxLength: 50 }).message).toContain('too large');
    expect(refusal('<a>'.repeat(300) + '</a>'.repeat(300), parser).message).toContain('256 deep');
    expect(refusal(`<a>${'<b/>'.repeat(100)}</a>`, parser, { maxNodes: 50 }).message).toContain('50 nodes');
    expect(refusal(`<a>${'x'.repeat(17 << 20)}</a>`, parser).reason).toBe('limit');
  });
});

describe('positions', () => {
  it('names line and column of what is wrong', () => {
    expect(refusal('<a>\n  <b c="&x;"/>\n</a>')).toMatchObject({ line: 2, column: 9 });
    expect(refusal('<a>\n  <b>\n  </c>\n</a>')).toMatchObject({ line: 3, column: 3 });
  });
});
