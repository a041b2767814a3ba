/**
 * Leaves a performance mark, which benchmarks wait for. It takes the place of the one before it: browsers keep all, and
 * a window may be open for weeks.
 */
export function leaveMark(name: string, detail?: unknown): void {
  performance.clearMarks(name);
  performance.mark(name, { detail });
}
