import { create } from 'zustand';
import type { Prompt } from '../../contract/index.ts';

interface PromptsState {
  /** Oldest first; one is shown at a time. */
  readonly queue: readonly Prompt[];
}

/** Questions that wait for the user. */
export const usePrompts = create<PromptsState>()(() => ({ queue: [] }));

export function setPrompts(queue: readonly Prompt[]): void {
  usePrompts.setState({ queue });
}

export function addPrompt(prompt: Prompt): void {
  usePrompts.setState(({ queue }) => ({
    queue: [...queue.filter((other) => other.id !== prompt.id), prompt],
  }));
}

export function removePrompt(id: string): void {
  usePrompts.setState(({ queue }) => ({ queue: queue.filter((prompt) => prompt.id !== id) }));
}
