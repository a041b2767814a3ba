import { useEffect, useRef, useState } from 'react';
import { type Read, Reader } from './reader.ts';

/** Something of main's that a page shows, and where reading it stands. */
export interface Reading<T> extends Omit<Read<T>, 'key'> {
  /** Reads it again, because the user wants it. */
  readonly again: () => void;
}

interface Options {
  /** Another value makes it be read again. Keep objects that do not change the same. */
  readonly changed?: unknown;
  /** Milliseconds to wait before it is read for the first time: something may still be typed. */
  readonly first?: number;
  /** Milliseconds to wait before it is read again: changes come in groups. */
  readonly quiet?: number;
}

/**
 * Reads what a part of the page is made of, and again when something changes or the user asks for it. What only helps
 * is asked for with useAsked().
 *
 * @param key what is read; of another one nothing is known. Empty: nothing. Null: it cannot be read now, and what was
 *   read last stays
 * @param read gets whether the user has asked for it
 */
export function useReading<T>(
  key: string | null,
  read: (asked: boolean) => Promise<T>,
  { changed, first = 0, quiet = 0 }: Options = {},
): Reading<T> {
  const [state, setState] = useState<Read<T>>({ key: null, value: null, error: null, reading: false });
  const [reader] = useState(() => new Reader<T>(setState));
  const [attempt, setAttempt] = useState(0);
  const latest = useRef({ read, first, quiet, attempt });
  useEffect(() => {
    latest.current = { ...latest.current, read, first, quiet };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changed` only says when to read again.
  useEffect(() => {
    if (key === null || key === '') return;
    const { first: typing, quiet: settling, attempt: before } = latest.current;
    const asked = before !== attempt;
    const work = () => {
      latest.current.attempt = attempt;
      return latest.current.read(asked);
    };
    const wait = reader.knows(key) ? settling : typing;
    reader.read(key, work, asked ? 0 : wait);
    return () => reader.stop();
  }, [reader, key, attempt, changed]);
  const { value, error } = key === null || key === state.key ? state : NOTHING;
  return {
    value,
    error,
    // One of another key begins when this has been painted.
    reading: key !== null && key !== '' && (key !== state.key || state.reading),
    again: () => {
      reader.forgive();
      setAttempt((n) => n + 1);
    },
  };
}

const NOTHING = { value: null, error: null };
