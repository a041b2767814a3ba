import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorView } from '../../ui/ErrorView.tsx';
import type { Loaded } from './useLoaded.ts';

interface LoadedViewProps<T> {
  loaded: Loaded<T>;
  /** "The pools could not be listed" */
  failed: string;
  children: (data: T) => ReactNode;
}

/** What was read, or that it is being read, or why it could not be. */
export function LoadedView<T>({ loaded, failed, children }: LoadedViewProps<T>) {
  const { data, error, loading, reload } = loaded;
  return (
    <>
      {error && (
        <ErrorView title={failed} error={error}>
          <Button variant="default" loading={loading} onClick={reload}>
            Try again
          </Button>
        </ErrorView>
      )}
      {data === null && !error && <Loader size="sm" aria-label="Loading" />}
      {data !== null && children(data)}
    </>
  );
}
