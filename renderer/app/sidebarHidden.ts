import { readBoolean, saveUiValue, useUiState } from '../state/uiState.ts';

const HIDDEN = 'sidebar.hidden';

/** Whether the user wants the page without the sidebar. */
export function useSidebarHidden(): boolean {
  return useUiState((state) => readBoolean(state.values[HIDDEN], false));
}

/** Shows or hides the sidebar. */
export function toggleSidebar(): void {
  saveUiValue(HIDDEN, !readBoolean(useUiState.getState().values[HIDDEN], false));
}

/** Brings it back where it is hidden. */
export function showSidebar(): void {
  if (readBoolean(useUiState.getState().values[HIDDEN], false)) toggleSidebar();
}
