/** Milliseconds on a clock that never goes back, the same in all threads of a process. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000;
}
