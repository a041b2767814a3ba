const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** Bytes as "1.5 GiB"; three digits that mean something at most. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return '–';
  let value = Math.max(0, bytes);
  let unit = 0;
  while (value >= 1023.5 && unit < BINARY.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${digits(value)} ${BINARY[unit]}`;
}

/** libvirt's KiB as "2 GiB". */
export function formatKiB(kib: number): string {
  return formatBytes(kib * 1024);
}

/** Bytes per second; nothing at all is a dash, so that a quiet table is quiet. */
export function formatRate(bytes: number): string {
  return bytes < 1 ? '–' : `${formatBytes(bytes)}/s`;
}

/** A share as "0.5 %" or "37 %"; what is no number is a dash. */
export function formatPercent(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value > 0 && value < 9.95 ? `${value.toFixed(1)} %` : `${Math.round(value)} %`;
}

function digits(value: number): string {
  if (value >= 99.5 || Number.isInteger(value)) return String(Math.round(value));
  return String(Number(value.toFixed(value >= 9.95 ? 0 : 1)));
}

/** How long ago: "just now", "3 min ago", "2 days ago". */
export function formatAge(time: number, now: number): string {
  const seconds = Math.max(0, (now - time) / 1000);
  if (seconds < 10) return 'just now';
  if (seconds < 60) return `${Math.round(seconds)} s ago`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min ago`;
  if (seconds < 86400) return `${Math.round(seconds / 3600)} h ago`;
  const days = Math.round(seconds / 86400);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

/** How long something took or has left: "45 s", "3 min 20 s", "2 h 5 min". */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
}

/** Time of day; with the date when it is not today. */
export function formatTime(time: number, now: number): string {
  const date = new Date(time);
  const clock = date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  if (date.toDateString() === new Date(now).toDateString()) return clock;
  return `${date.toLocaleDateString(undefined, { month: 'short', day: 'numeric' })} ${clock}`;
}

/** "1 machine", "3 machines". */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n.toLocaleString()} ${n === 1 ? noun : plural}`;
}
