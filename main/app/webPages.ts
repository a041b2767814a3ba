/** The few pages that the web host writes itself. No input of anybody stands in them. */
function page(title: string, text: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<title>${title}</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:15vh auto;padding:0 1em}</style>
<h1>${title}</h1><p>${text}</p></html>`;
}

export const refusedPage = page(
  'This address does not open Virtdeck',
  'Each address that Virtdeck prints works once, in one browser. For another one, start Virtdeck ' +
    'again where it runs (npm start -- --serve): it prints a new address.',
);

export const notFoundPage = page('Not found', 'There is no such page.');
