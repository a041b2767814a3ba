import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Domain } from '../../../../model/index.ts';
import type { EditState } from './editState.ts';
import type { MachineEdit } from './machineEdit.ts';

const Context = createContext<MachineEdit | null>(null);

export const EditProvider = Context.Provider;

/** The edit that the surrounding page is about. */
export function useEdit(): MachineEdit {
  const edit = useContext(Context);
  if (!edit) throw new Error('There is no <EditProvider> around this');
  return edit;
}

/** Something of the edit's state; the component is drawn again when it changes. */
export function useEditState<T>(select: (state: EditState) => T): T {
  return useStore(useEdit().store, select);
}

/** The proposed definition; the component is drawn again after every edit. */
export function useProposed(): Domain {
  const edit = useEdit();
  useStore(edit.store, (state) => state.revision);
  return edit.domain;
}
