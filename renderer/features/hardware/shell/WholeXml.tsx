import { useDeferredValue, useMemo, useRef } from 'react';
import { Domain, XmlError } from '../../../../model/index.ts';
import { XmlEditor } from '../../../ui/XmlEditor.tsx';
import { useEdit, useEditState, useProposed } from '../edit/context.tsx';
import { xmlMessages } from './xmlMessages.ts';

const ID = 'domain/xml';

/** The whole proposed definition as text: the same edit as that of the forms. */
export function WholeXml({ label }: { label: string }) {
  const edit = useEdit();
  const present = useProposed().toXml();
  const typed = useEditState((state) => state.typed.get(ID));
  const own = useRef({ typed: '', became: '' });
  const text = typed?.text ?? (own.current.became === present ? own.current.typed : present);
  const change = (next: string) => {
    // A text that could not be taken for a while knows nothing of what others have changed meanwhile.
    const from = typed?.from ?? present;
    try {
      edit.replaceAll(next, ID, from);
      edit.setTyped(ID, null);
      own.current = from === present ? { typed: next, became: edit.xml } : { typed: '', became: '' };
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      edit.setTyped(ID, { text: next, problem: error.message, label: 'XML', from });
    }
  };
  const problem = typed?.problem;
  // Whoever types does not wait for them.
  const read = useDeferredValue(text);
  const messages = useMemo(() => xmlMessages(read, Domain, problem), [read, problem]);
  return <XmlEditor text={text} label={label} messages={messages} onChange={change} />;
}
