import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';

/** Where a host listens. */
export interface ReachPlace {
  readonly host: string;
  readonly port: number;
}

/** How long a name may take to be looked up before things go on without, in ms. */
const LOOKUP_MS = 1_500;
/** Names that are looked up at a time: it takes threads that files and other things need too. */
const LOOKUPS = 2;

let looking = 0;
const waiting: (() => void)[] = [];

/** The place with the address behind its name; null where that cannot be found soon. */
export async function addressOf(place: ReachPlace): Promise<ReachPlace | null> {
  if (isIP(place.host) !== 0) return place;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LOOKUP_MS);
  });
  const found = await Promise.race([lookUp(place.host), late]);
  clearTimeout(timer);
  return found === null ? null : { host: found, port: place.port };
}

async function lookUp(name: string): Promise<string | null> {
  if (looking >= LOOKUPS) await new Promise<void>((resolve) => waiting.push(resolve));
  else looking += 1;
  try {
    return (await lookup(name)).address;
  } catch {
    return null;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else looking -= 1;
  }
}

/**
 * Waits until somebody answers at a place, with a connection or with a refusal: libvirt can say better what the
 * refusal means, but a silent host is not worth a process. Resolves also when the signal ends, and where nothing can be
 * found out.
 */
export async function answers(place: ReachPlace, signal: AbortSignal): Promise<void> {
  const address = await addressOf(place);
  if (!address || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const socket = connect({ ...address });
    const end = () => {
      signal.removeEventListener('abort', end);
      socket.destroy();
      resolve();
    };
    socket.once('connect', end);
    socket.once('error', end);
    signal.addEventListener('abort', end, { once: true });
  });
}
