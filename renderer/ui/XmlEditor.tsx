import { xml } from '@codemirror/lang-xml';
import { syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { highlight, look } from './XmlView.tsx';

/** Something to be said of a line. */
export interface XmlMessage {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1; left out: the whole line. */
  readonly column?: number | undefined;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

interface XmlEditorProps {
  text: string;
  /** The accessible name. */
  label: string;
  messages?: readonly XmlMessage[];
  onChange: (text: string) => void;
}

const NONE: readonly XmlMessage[] = [];

/** XML to be edited: highlighting, folding, search (Ctrl+F), undo, messages at their lines. */
export function XmlEditor({ text, label, messages = NONE, onChange }: XmlEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ text, onChange });
  latest.current = { text, onChange };
  useEffect(() => {
    if (!parent.current) return;
    const editor = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          basicSetup,
          xml(),
          syntaxHighlighting(highlight),
          look,
          lintGutter(),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            const now = update.state.doc.toString();
            if (now !== latest.current.text) latest.current.onChange(now);
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label]);
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);
  useEffect(() => {
    const editor = view.current;
    if (editor)
      editor.dispatch(
        setDiagnostics(
          editor.state,
          messages.map((one) => place(editor.state, one)),
        ),
      );
  }, [messages]);
  return <div ref={parent} style={{ height: '100%' }} />;
}

function place(state: EditorState, { line, column, severity, message }: XmlMessage): Diagnostic {
  const found = state.doc.line(Math.max(1, Math.min(line, state.doc.lines)));
  const from = Math.min(found.from + Math.max(0, (column ?? 1) - 1), found.to);
  return { from, to: column === undefined ? found.to : Math.min(from + 1, found.to), severity, message };
}
