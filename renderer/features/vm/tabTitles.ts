import type { MachineTab } from '../../state/route.ts';

/** What the tabs of a machine's page are called. */
export const TAB_TITLES: Readonly<Record<MachineTab, string>> = {
  console: 'Console',
  overview: 'Overview',
  hardware: 'Hardware',
  xml: 'XML',
  history: 'History',
};
