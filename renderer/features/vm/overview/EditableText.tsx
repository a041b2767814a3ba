import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { ApiErrorData } from '../../../../contract/index.ts';
import { toErrorData } from '../../../state/host.ts';
import { focusSoon } from '../../../ui/focus.ts';
import { IconButton, ReasonButton } from '../../../ui/ReasonButton.tsx';
import classes from './Overview.module.css';
import { setTypedText, useTypedText } from './typedTexts.ts';

interface EditableTextProps {
  /** Tells this text from all others; what is typed is kept under it. */
  place: string;
  label: string;
  value: string;
  /** Several lines: Enter makes a new one, Ctrl+Enter saves. */
  lines?: boolean;
  /** Shown where there is no text. */
  none: string;
  /** Only the way to edit it: the text is shown by somebody else. */
  bare?: boolean;
  /** How to write it. */
  hint?: string;
  /** Why it cannot be changed; null: it can. */
  refusal: string | null;
  /** What is wrong with a text; null: nothing. */
  check?: (text: string) => string | null;
  save: (text: string) => Promise<unknown>;
}

/** A text that is edited where it stands. Escape gives up; nothing else loses what was typed. */
export function EditableText(props: EditableTextProps) {
  const typed = useTypedText(props.place);
  return typed ? <Editor {...props} text={typed.text} base={typed.base} /> : <Shown {...props} />;
}

function Shown({ place, label, value, none, refusal, bare = false }: EditableTextProps) {
  return (
    <div className={classes.shown}>
      {!bare && (
        <span className={value === '' ? classes.dim : classes.text}>{value === '' ? none : value}</span>
      )}
      <IconButton
        label={`Edit ${label.toLowerCase()}`}
        variant="subtle"
        size={22}
        reason={refusal}
        data-edits={place}
        onClick={() => setTypedText(place, { text: value, base: value })}
      >
        <IconPencil size={14} />
      </IconButton>
    </div>
  );
}

function Editor({
  place,
  label,
  value,
  lines = false,
  hint,
  refusal,
  check,
  save,
  text,
  base,
}: EditableTextProps & { text: string; base: string }) {
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const problem = check?.(text) ?? null;
  const reason = refusal ?? problem;
  const done = () => {
    setTypedText(place, null);
    // The keyboard goes on from where the text is edited again.
    focusSoon('data-edits', place);
  };
  const submit = async () => {
    if (reason !== null || saving) return;
    setSaving(true);
    setError(null);
    try {
      if (text !== value) await save(text);
      done();
    } catch (thrown) {
      setError(toErrorData(thrown));
    } finally {
      setSaving(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The Enter of an input method takes its word, and the Escape gives it up.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      done();
    } else if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    }
  };
  const field = {
    'aria-label': label,
    'data-autofocus': true,
    autoFocus: true,
    value: text,
    // What was typed now would be lost when it is saved.
    readOnly: saving,
    description: hint,
    error: problem ?? error?.message,
    onKeyDown,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setTypedText(place, { text: currentTarget.value, base }),
  };
  return (
    <div className={classes.editing}>
      {lines ? <Textarea {...field} autosize minRows={3} maxRows={12} /> : <TextInput {...field} />}
      {value !== base && value !== text && (
        <p className={classes.warn} role="status">
          Somebody else has changed it meanwhile to: {value === '' ? 'nothing' : value}
        </p>
      )}
      <Group gap={6} mt={6}>
        <ReasonButton size="compact-xs" loading={saving} reason={reason} onClick={() => void submit()}>
          Save
        </ReasonButton>
        <Button size="compact-xs" variant="default" onClick={done}>
          Cancel
        </Button>
        <span className={classes.dim}>{lines ? 'Ctrl+Enter saves, Escape cancels' : 'Escape cancels'}</span>
      </Group>
    </div>
  );
}
