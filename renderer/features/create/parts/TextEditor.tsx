import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { look } from '../../../ui/XmlView.tsx';
import classes from './parts.module.css';

interface TextEditorProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Pixels. */
  height: number;
  /** The label is for screen readers only. */
  hideLabel?: boolean;
}

/** A text of many lines to be edited, with line numbers and search (Ctrl+F). Tab leaves it. */
export function TextEditor({ label, value, onChange, height, hideLabel = false }: TextEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current.onChange = onChange;
  });
  useEffect(() => {
    if (!parent.current) return;
    view.current = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          basicSetup,
          look,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (!docChanged) return;
            latest.current.value = state.doc.toString();
            latest.current.onChange(latest.current.value);
          }),
        ],
      }),
    });
    return () => view.current?.destroy();
  }, [label]);
  useEffect(() => {
    const editor = view.current;
    if (!editor || latest.current.value === value) return;
    latest.current.value = value;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);
  return (
    <div>
      {!hideLabel && (
        <span className={classes.editorLabel} aria-hidden="true">
          {label}
        </span>
      )}
      <div ref={parent} className={classes.editor} style={{ height }} />
    </div>
  );
}
