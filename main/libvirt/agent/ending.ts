/** process.exit() would wait for workers that are inside libvirt; there is nothing to lose by not waiting. */
export function exitNow(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
}

/** A worker of ours broke: the process is of no more use, and main replaces it. */
export function giveUp(error: Error): never {
  process.stderr.write(`agent: ${error.stack ?? error.message}\n`);
  return exitNow();
}
