/** Whether another process of this machine has the number: not this one, which knows itself what it does. */
export function isOtherAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process has it.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
