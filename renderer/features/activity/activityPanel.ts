import { create } from 'zustand';

/** Whether the list of jobs is shown. */
export const useActivityPanel = create<{ readonly open: boolean }>()(() => ({ open: false }));

export function setActivityOpen(open: boolean): void {
  useActivityPanel.setState({ open });
}
