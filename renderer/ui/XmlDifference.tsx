import { xml } from '@codemirror/lang-xml';
import { syntaxHighlighting } from '@codemirror/language';
import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { highlight, look } from './XmlView.tsx';

interface XmlDifferenceProps {
  before: string;
  after: string;
  /** The accessible name. */
  label: string;
}

/** The package's own colours are for light pages, and its marks of a font that may be missing. */
const differenceLook = EditorView.theme({
  '.cm-collapsedLines': {
    background: 'var(--vd-hover)',
    color: 'var(--vd-dim)',
    fontFamily: 'var(--mantine-font-family)',
    padding: '2px 8px',
  },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '""' },
});

/** Two texts side by side with what is different; long equal parts are folded. */
export function XmlDifference({ before, after, label }: XmlDifferenceProps) {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!parent.current) return;
    const extensions = (side: string) => [
      lineNumbers(),
      xml(),
      syntaxHighlighting(highlight),
      look,
      differenceLook,
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': `${label}: ${side}`, 'aria-readonly': 'true' }),
    ];
    const view = new MergeView({
      parent: parent.current,
      a: { doc: before, extensions: extensions('before') },
      b: { doc: after, extensions: extensions('after') },
      collapseUnchanged: { margin: 3, minSize: 6 },
      gutter: true,
    });
    return () => view.destroy();
  }, [before, after, label]);
  return <div ref={parent} />;
}
