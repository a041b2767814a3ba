/** One window of the application (an Electron window or a browser tab), as services see it. */
export interface Caller {
  /** Random, never used again. */
  readonly id: string;
  /** Whether the user can see the window; `app.setVisible` changes it. */
  visible: boolean;
  /** True once the window's wire has closed. */
  readonly gone: boolean;
  /** Calls the listener once, when the window is gone (at once when it already is). Returns the unsubscriber. */
  onGone(listener: () => void): () => void;
}
