import { Loader } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { EditProvider, useEdit, useEditState } from './edit/context.tsx';
import { holdEdit, leaveEdit } from './edit/keptEdits.ts';
import type { MachineEdit } from './edit/machineEdit.ts';
import { FormHostProvider } from './forms/formHost.tsx';
import { AddDialog } from './shell/AddDialog.tsx';
import { DeviceList } from './shell/DeviceList.tsx';
import { DevicePane } from './shell/DevicePane.tsx';
import { EditBar } from './shell/EditBar.tsx';
import classes from './shell/Hardware.module.css';
import { Notices } from './shell/Notices.tsx';

interface EditPageProps {
  edit: MachineEdit;
  /** Why nothing can be applied; null: it can. */
  refusal: string | null;
  /** What applying is called. */
  applyLabel?: string | undefined;
  /** Called when the changes were taken. */
  onApplied?: (() => void) | undefined;
  children: ReactNode;
}

/** A page about an edit: what is to be said of it above, the bar with Apply below. */
export function EditPage({ edit, refusal, applyLabel = 'Apply', onApplied, children }: EditPageProps) {
  useEffect(() => {
    holdEdit(edit);
    void edit.reload();
    return () => leaveEdit(edit);
  }, [edit]);
  return (
    <EditProvider value={edit}>
      <div className={classes.page}>
        <Loaded>
          <Notices />
          {children}
          <EditBar refusal={refusal} applyLabel={applyLabel} onApplied={onApplied} />
        </Loaded>
      </div>
    </EditProvider>
  );
}

/** The hardware of a machine, or of one that is not made yet, for looking at and changing. */
export function HardwareView(props: Omit<EditPageProps, 'children'>) {
  return (
    <EditPage {...props}>
      <FormHostProvider>
        <Hardware />
      </FormHostProvider>
    </EditPage>
  );
}

function Hardware() {
  const [adding, setAdding] = useState(false);
  return (
    <div className={classes.body}>
      <DeviceList onAdd={() => setAdding(true)} />
      <DevicePane />
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function Loaded({ children }: { children: ReactNode }) {
  const edit = useEdit();
  const phase = useEditState((state) => state.phase);
  const error = useEditState((state) => state.error);
  if (phase === 'ready') return children;
  if (phase === 'failed' && error) {
    return (
      <ErrorView title="The definition could not be read" error={error} again={() => void edit.reload()} />
    );
  }
  return <Loader size="sm" m="auto" aria-label="Loading" />;
}
