import { useState } from 'react';
import type { Prompt } from '../../../contract/index.ts';
import { useConnection } from '../../state/connections.ts';
import { client } from '../../state/host.ts';
import { usePrompts } from '../../state/prompts.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { reportError } from '../../ui/notify.tsx';
import { ConfirmPrompt, NoticePrompt } from './ConfirmPrompt.tsx';
import { CredentialsPrompt } from './CredentialsPrompt.tsx';
import { HostKeyPrompt } from './HostKeyPrompt.tsx';
import classes from './Prompts.module.css';

/** What the user says; null answers cancel. */
export type Answer = (answers: Record<string, string> | null, remember?: boolean) => void;

/** What the form of every kind of question gets. */
export interface PromptProps {
  prompt: Prompt;
  busy: boolean;
  answer: Answer;
}

const KINDS = {
  credentials: CredentialsPrompt,
  'host-key': HostKeyPrompt,
  confirm: ConfirmPrompt,
  notice: NoticePrompt,
} as const;

/** The oldest question that waits for the user, whatever page is shown. */
export function Prompts() {
  const prompt = usePrompts((state) => state.queue[0]);
  const waiting = usePrompts((state) => state.queue.length) - 1;
  return prompt ? <PromptDialog key={prompt.id} prompt={prompt} waiting={waiting} /> : null;
}

function PromptDialog({ prompt, waiting }: { prompt: Prompt; waiting: number }) {
  const [busy, setBusy] = useState(false);
  const uri = useConnection(prompt.connection)?.settings.uri;
  const Form = KINDS[prompt.kind ?? 'credentials'];

  /** The dialog goes when main says that the question is over. */
  const answer: Answer = (answers, remember = false) => {
    setBusy(true);
    client()
      .prompts.answer({ id: prompt.id, answers, remember: answers !== null && remember })
      .catch((error: unknown) => {
        reportError('The answer could not be given', error);
        setBusy(false);
      });
  };
  return (
    <Dialog
      onClose={() => answer(null)}
      title={prompt.title}
      size={480}
      zIndex={250}
      closeOnClickOutside={false}
    >
      {uri !== undefined && <p className={classes.uri}>{uri}</p>}
      <Form prompt={prompt} busy={busy} answer={answer} />
      {waiting > 0 && (
        <p className={classes.waiting} role="status">
          {waiting === 1 ? 'One more question waits.' : `${waiting} more questions wait.`}
        </p>
      )}
    </Dialog>
  );
}
