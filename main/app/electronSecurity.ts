import { type App, type Session, shell, type WebContents } from 'electron';
import { isOwnPage } from './electronScheme.ts';
import { allowedExternal } from './externalLinks.ts';

/**
 * What our own page may do: put text into the clipboard (Copy buttons), show a console full screen, and take all keys
 * then.
 */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen', 'keyboardLock']);

/** Denies every permission but those above, whether it is asked for or only looked up. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(granted.has(permission) && details.isMainFrame && isOwnPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      granted.has(permission) && details.isMainFrame && isOwnPage(origin),
  );
  session.setDevicePermissionHandler(() => false);
}

/**
 * Every page of the application, whoever made it: it stays where it is, and opens nothing but itself.
 * @param openOwn opens another window with an address of our page
 */
export function guardContents(app: App, log: (line: string) => void, openOwn: (url: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, log, openOwn));
}

function guard(contents: WebContents, log: (line: string) => void, openOwn: (url: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isOwnPage(url)) openOwn(url);
    else openExternal(url).catch(() => log('a window was not opened'));
    return { action: 'deny' };
  });
  contents.on('will-navigate', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** In the user's browser: an address that was checked and agreed to. */
export async function openPage(url: string): Promise<boolean> {
  await shell.openExternal(url);
  return true;
}

/** In the user's browser. @throws ApiError (denied) when the address is not on the list */
export async function openExternal(url: string): Promise<void> {
  await shell.openExternal(allowedExternal(url));
}
