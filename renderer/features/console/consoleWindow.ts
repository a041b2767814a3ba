import type { ConsoleInfo, DomainRef } from '../../../contract/index.ts';
import { formatRoute } from '../../state/route.ts';
import { consoleId } from './useConsoleList.ts';

/** Opens a console in a window of its own. Both go on showing it. */
export function openConsoleWindow({ connection, uuid }: DomainRef, info: ConsoleInfo): void {
  const address = new URL(window.location.href);
  address.hash = formatRoute({ page: 'console', connection, uuid, console: consoleId(info) });
  window.open(address, '_blank', 'popup,noopener,width=1100,height=800');
}
