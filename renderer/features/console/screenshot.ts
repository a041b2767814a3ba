import type RFB from '@novnc/novnc';

/** What the display shows as PNG, in the guest's own pixels. */
async function pictureOf(rfb: RFB): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => rfb.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The display shows nothing that could be saved.');
  return blob;
}

/** Saves what the display shows as a PNG file, named after the machine and the time. */
export async function saveScreenshot(rfb: RFB, machine: string): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await pictureOf(rfb));
  link.download = `${safeName(machine)}-${timeStamp(new Date())}.png`;
  link.click();
  // The browser reads it after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Puts what the display shows into the clipboard, as a picture. */
export async function copyScreenshot(rfb: RFB): Promise<void> {
  // Given as a promise, so that the click that allows it is not over when the picture is ready.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(rfb) })]);
}

/** A machine's name is anything; a file's is not. */
function safeName(machine: string): string {
  return machine.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 80) || 'machine';
}

function timeStamp(date: Date): string {
  return date.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
}
