import { useEffect } from 'react';
import { useReading } from './useReading.ts';

/**
 * Asks main for something that helps and is not needed; null until it has answered, and where it fails.
 * @param key what is asked for, and again when that changes; null: nothing is
 */
export function useAsked<T>(key: string | null, ask: () => Promise<T>): T | null {
  const { value, error } = useReading(key ?? '', ask);
  useEffect(() => {
    if (error) console.warn('Something that helps could not be asked for.', error);
  }, [error]);
  return value;
}
