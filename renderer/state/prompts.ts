import { create } from 'zustand';
import type { Prompt } from '../../contract/index.ts';

interface PromptsState {
  /** Oldest first; one is shown at a time. */
  readonly queue: readonly Prompt[];
}

/** Questions that wait for the user. */
export const usePrompts = create<PromptsState>()(() => ({ queue: [] }));

/** Replaces all questions, at the start of the window. */
export function setPrompts(queue: readonly Prompt[]): void {
  usePrompts.setState({ queue });
}

/** Another question, to be asked after those that wait; one that main asks again goes to the end. */
export function addPrompt(prompt: Prompt): void {
  usePrompts.setState(({ queue }) => ({
    queue: [...queue.filter((other) => other.id !== prompt.id), prompt],
  }));
}

/** A question that was answered, here or in another window, or that is void. */
export function removePrompt(id: string): void {
  usePrompts.setState(({ queue }) => ({ queue: queue.filter((prompt) => prompt.id !== id) }));
}
