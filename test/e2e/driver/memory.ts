import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** The most memory that a process has had so far, in MiB; 0 once it is gone. */
export function peakMiB(pid: number): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The processes in which the browser runs its pages; none where it is not ours to ask (Electron). */
export async function pageProcesses(page: Page): Promise<number[]> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) return [];
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}
