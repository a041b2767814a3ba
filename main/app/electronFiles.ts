import { BrowserWindow, dialog, type SaveDialogOptions } from 'electron';

/** Asks in the system's dialog where to save a file; the dialog asks before one is replaced. Null: nowhere. */
export async function chooseFile({ title, path }: { title: string; path: string }): Promise<string | null> {
  const options: SaveDialogOptions = {
    title,
    defaultPath: path,
    filters: [
      { name: 'Logs and text', extensions: ['log', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}
