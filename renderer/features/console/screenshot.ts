import type RFB from '@novnc/novnc';

/** Saves what the display shows as a PNG file, named after the machine and the time. */
export async function saveScreenshot(rfb: RFB, machine: string): Promise<void> {
  const blob = await new Promise<Blob | null>((resolve) => rfb.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The display shows nothing that could be saved.');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${safeName(machine)}-${timeStamp(new Date())}.png`;
  link.click();
  // The browser reads it after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A machine's name is anything; a file's is not. */
function safeName(machine: string): string {
  return machine.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 80) || 'machine';
}

function timeStamp(date: Date): string {
  return date.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
}
