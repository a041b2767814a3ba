import { isPointer } from '../binding/pointers.ts';
import {
  virDomainChannelFlags as ChannelFlags,
  virDomainConsoleFlags as ConsoleFlags,
  virDomainOpenGraphicsFlags as GraphicsFlags,
} from '../generated/enums-domain.ts';
import { virStreamFlags } from '../generated/enums-stream.ts';
import type { Domain } from '../typed/domain.ts';
import { Stream } from '../typed/stream.ts';
import type { ReleasedStream } from './eventProtocol.ts';
import type { Handed, HandedStream } from './laneProtocol.ts';
import type { LaneSession } from './laneSession.ts';

/**
 * Opens a console, channel or graphics connection whose bytes another thread will move.
 * @throws LibvirtError: no such device, in use by another session, not a local connection...
 */
export function handStream(session: LaneSession, request: HandedStream): Handed {
  const domain = session.domain(request.uuid);
  if (request.kind === 'graphics') {
    const flags = request.skipAuth ? GraphicsFlags.VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH : 0;
    return { fd: domain.openGraphicsFD(request.index, flags) };
  }
  const stream = session.connect.streamNew(virStreamFlags.VIR_STREAM_NONBLOCK);
  try {
    openOn(domain, request, stream);
  } catch (error) {
    stream.free();
    throw error;
  }
  return { stream: stream.address };
}

/** Ends and frees a stream of {@link handStream} whose bytes have been moved. */
export function releaseStream({ address, finished }: ReleasedStream): void {
  if (!isPointer(address, 'virStream')) return;
  const stream = new Stream(address);
  try {
    if (finished) stream.finish();
    else stream.abort();
  } catch {
    // It had ended by itself, or its connection has.
  }
  try {
    stream.free();
  } catch {
    // The reference is given back all the same.
  }
}

function openOn(
  domain: Domain,
  request: Exclude<HandedStream, { kind: 'graphics' }>,
  stream: Parameters<Domain['openConsole']>[1],
): void {
  if (request.kind === 'console') {
    domain.openConsole(request.device, stream, request.force ? ConsoleFlags.VIR_DOMAIN_CONSOLE_FORCE : 0);
  } else {
    domain.openChannel(request.name, stream, request.force ? ChannelFlags.VIR_DOMAIN_CHANNEL_FORCE : 0);
  }
}
