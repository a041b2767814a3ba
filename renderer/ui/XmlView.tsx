import { xml } from '@codemirror/lang-xml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';

/** Colours of theme.css, so that light and dark need nothing of their own. */
export const highlight = HighlightStyle.define([
  { tag: tags.tagName, color: 'var(--vd-accent)' },
  { tag: tags.attributeName, color: 'var(--vd-warn)' },
  { tag: [tags.attributeValue, tags.string], color: 'var(--vd-ok)' },
  { tag: tags.comment, color: 'var(--vd-dim)', fontStyle: 'italic' },
  { tag: [tags.angleBracket, tags.processingInstruction], color: 'var(--vd-dim)' },
]);

/** How editors look. */
export const look = EditorView.theme({
  '&': { height: '100%', fontSize: '12.5px', backgroundColor: 'var(--vd-bg)', color: 'var(--vd-text)' },
  '.cm-scroller': { fontFamily: 'var(--vd-mono)', lineHeight: '1.5' },
  '.cm-gutters': { backgroundColor: 'var(--vd-bar)', color: 'var(--vd-dim)', borderColor: 'var(--vd-line)' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--vd-hover) 60%, transparent)',
  },
  '&.cm-focused': { outline: 'none' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--vd-accent) 30%, transparent) !important',
  },
  '.cm-panels': { backgroundColor: 'var(--vd-bar)', color: 'var(--vd-text)' },
  '.cm-textfield, .cm-button': {
    background: 'var(--vd-bg)',
    color: 'var(--vd-text)',
    border: '1px solid var(--vd-line)',
  },
  '.cm-foldPlaceholder': { background: 'var(--vd-hover)', border: 'none', color: 'var(--vd-dim)' },
});

/** XML to be read: highlighting, folding, search (Ctrl+F). A new text keeps the place. */
export function XmlView({ text, label }: { text: string; label: string }) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const first = useRef(text);
  useEffect(() => {
    if (!parent.current) return;
    view.current = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          basicSetup,
          xml(),
          syntaxHighlighting(highlight),
          look,
          EditorState.readOnly.of(true),
          EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true' }),
        ],
      }),
    });
    return () => view.current?.destroy();
  }, [label]);
  useEffect(() => {
    first.current = text;
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);
  return <div ref={parent} style={{ height: '100%' }} />;
}
