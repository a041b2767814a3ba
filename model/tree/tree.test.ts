import { describe, expect, it } from 'vitest';
import { parseDocument, serialize, xmldomParser } from '../index.ts';
import { TreeElement } from './element.ts';

function rootOf(xml: string): TreeElement {
  const { root } = parseDocument(xml);
  if (!(root instanceof TreeElement)) throw new Error('the default parser makes our own DOM');
  return root;
}

describe('the small DOM', () => {
  it('answers what a DOM is asked', () => {
    const root = rootOf(`<a x='1' q:y='2' xmlns:q='urn:q'>t<b/> <c>u<!--v--><![CDATA[w]]></c></a>`);
    const [b, c] = root.children;
    expect([root.tagName, root.localName, root.prefix, root.namespaceURI]).toEqual(['a', 'a', null, null]);
    expect(root.childNodes.map((node) => node.nodeName)).toEqual(['#text', 'b', '#text', 'c']);
    expect([
      b?.nextElementSibling,
      c?.previousSibling?.nodeValue,
      root.lastChild,
      root.firstElementChild,
    ]).toEqual([c, ' ', c, b]);
    expect([root.textContent, c?.textContent]).toEqual(['t uw', 'uw']);
    expect(root.getElementsByTagName('*')).toEqual([b, c]);
    expect(root.getElementsByTagName('c')).toEqual([c]);
    expect([
      root.hasAttribute('x'),
      root.getAttributeNS('urn:q', 'y'),
      root.hasAttributeNS(null, 'y'),
    ]).toEqual([true, '2', false]);
    expect(root.getAttributeNames()).toEqual(['x', 'q:y', 'xmlns:q']);
    expect([root.lookupNamespaceURI('q'), c?.lookupNamespaceURI('q'), root.lookupNamespaceURI(null)]).toEqual(
      ['urn:q', 'urn:q', null],
    );
    expect(root.ownerDocument?.documentElement).toBe(root);
  });

  it('can be changed by its own methods, and is written as it then is', () => {
    const document = parseDocument('<a><b x="1"/><c/></a>');
    const root = document.root as TreeElement;
    const [b, c] = root.children;
    root.insertBefore(c!, b!);
    b!.setAttribute('x', '2');
    b!.setAttributeNS('urn:q', 'q:y', '3');
    root.appendChild(root.ownerDocument!.createTextNode('<t>'));
    c!.appendChild(root.ownerDocument!.createElementNS(null, 'd'));
    expect(serialize(document)).toBe(`<a><c><d/></c><b xmlns:q='urn:q' x="2" q:y="3"/>&lt;t&gt;</a>`);
    root.replaceChild(root.ownerDocument!.createCDATASection('e'), b!);
    root.removeChild(root.lastChild!);
    c!.removeAttribute('not-there');
    expect(serialize(document)).toBe('<a><c><d/></c><![CDATA[e]]></a>');
  });

  it('refuses what would break it', () => {
    const root = rootOf('<a><b/></a>');
    const other = rootOf('<x><y/></x>');
    const foreign = parseDocument('<f/>', { parser: xmldomParser }).root;
    expect(() => root.appendChild(other.firstChild!)).toThrow('another document');
    expect(() => root.appendChild(foreign)).toThrow('another parser');
    expect(() => root.firstElementChild!.appendChild(root)).toThrow('into itself');
    expect(() => root.removeChild(other)).toThrow('not a child');
    expect(() => root.ownerDocument!.createTextNode('x').insertBefore(root, null)).toThrow('no children');
    const copy = root.ownerDocument!.importNode(other, true);
    root.appendChild(copy);
    expect(serialize(root)).toBe('<a><b/><x><y/></x></a>');
  });
});
