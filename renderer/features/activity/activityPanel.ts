import { create } from 'zustand';

/** Whether the list of jobs is shown. */
export const useActivityPanel = create<{ readonly open: boolean }>()(() => ({ open: false }));

/** Shows the list of jobs beside the page, or takes it away. */
export function setActivityOpen(open: boolean): void {
  useActivityPanel.setState({ open });
}
