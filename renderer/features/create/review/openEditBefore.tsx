import { type ComponentProps, Suspense } from 'react';
import { openDialog } from '../../../ui/dialogs.tsx';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import type { EditBefore } from './EditBefore.tsx';

const Loaded = lazyPart(async () => (await import('./EditBefore.tsx')).EditBefore);

/** Lets the user change the definition before anything is made. The editor is loaded when it is wanted. */
export function openEditBefore(props: Omit<ComponentProps<typeof EditBefore>, 'onClose'>): void {
  openDialog((close) => (
    <Suspense>
      <Loaded {...props} onClose={close} />
    </Suspense>
  ));
}
