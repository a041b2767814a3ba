import { create } from 'zustand';
import { watchUnfinished } from '../../../state/unfinished.ts';

/** What is being typed, and the text that it began from. */
export interface TypedText {
  readonly text: string;
  readonly base: string;
}

/** Texts that are typed and not saved, by what they are of: nothing that happens meanwhile loses them. */
const useTyped = create<{ readonly all: ReadonlyMap<string, TypedText> }>()(() => ({ all: new Map() }));

watchUnfinished(() => [...useTyped.getState().all.values()].some(({ text, base }) => text !== base));

/** The text that is typed for a place; undefined: nobody edits it. */
export function useTypedText(place: string): TypedText | undefined {
  return useTyped((state) => state.all.get(place));
}

/** Keeps what is typed; null: it is saved or given up. */
export function setTypedText(place: string, typed: TypedText | null): void {
  useTyped.setState(({ all }) => {
    const next = new Map(all);
    if (typed === null) next.delete(place);
    else next.set(place, typed);
    return { all: next };
  });
}
