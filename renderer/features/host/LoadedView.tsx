import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Reading } from '../../state/useReading.ts';
import { ErrorView } from '../../ui/ErrorView.tsx';

interface LoadedViewProps<T> {
  loaded: Reading<T>;
  /** "The pools could not be listed" */
  failed: string;
  children: (data: T) => ReactNode;
}

/** What was read, or that it is being read, or why it could not be. */
export function LoadedView<T>({ loaded, failed, children }: LoadedViewProps<T>) {
  const { value, error, reading, again } = loaded;
  return (
    <>
      {error && (
        <ErrorView title={failed} error={error}>
          <Button variant="default" loading={reading} onClick={again}>
            Try again
          </Button>
        </ErrorView>
      )}
      {value === null && !error && <Loader size="sm" aria-label="Loading" />}
      {value !== null && children(value)}
    </>
  );
}
