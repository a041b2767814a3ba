import { Loader } from '@mantine/core';
import { type ComponentProps, Suspense } from 'react';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import type { TextEditor } from './TextEditor.tsx';

const Loaded = lazyPart(async () => (await import('./TextEditor.tsx')).TextEditor);

/** {@link TextEditor}, loaded when it is first shown: the editor is the largest part of the wizard. */
export function LazyEditor(props: ComponentProps<typeof TextEditor>) {
  return (
    <Suspense fallback={<Loader size="sm" aria-label="Loading the editor" />}>
      <Loaded {...props} />
    </Suspense>
  );
}
