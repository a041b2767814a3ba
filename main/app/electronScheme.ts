import { type Protocol, protocol } from 'electron';
import { securityHeaders } from './securityHeaders.ts';
import { readStatic } from './staticFiles.ts';

/** The address of the page. The scheme is our own: no file:// address is ever loaded. */
export const pageAddress = 'virtdeck://app/';

/** Before the app is ready: the scheme behaves as https does (origins, CSP, fetch), with no privilege beyond. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'virtdeck', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the renderer's files to the session's windows. */
export function serveScheme(sessionProtocol: Protocol, renderer: string): void {
  sessionProtocol.handle('virtdeck', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== 'app') return answer(404, 'Not found.');
    const file = await readStatic(renderer, url.pathname);
    if (!file) return answer(404, 'Not found.');
    return new Response(file.body, { headers: { ...securityHeaders, ...file.headers } });
  });
}

function answer(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...securityHeaders, 'Content-Type': 'text/plain' } });
}

/** Whether an address is one of our page, as the URL parser sees it. */
export function isOwnPage(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'virtdeck:' && url.host === 'app';
}
