import {
  Connect,
  virDomainConsoleFlags as ConsoleFlags,
  eventLoop,
  virStreamEventType as StreamEvents,
  virStreamFlags as StreamFlags,
} from '../../../main/libvirt/typed/index.ts';

/**
 * Echo of a letter on libvirt's stream of a console, by a reader that does nothing else, in one thread and libvirt's
 * own event loop: what `virsh console` does. Nothing that goes through libvirt can be faster. In milliseconds each,
 * without the first (see echoInMain). Blocks the thread until it is done.
 */
export function echoOnStream(uri: string, name: string, count: number, pauseMs: number): number[] {
  eventLoop.registerDefaultImpl();
  const connect = Connect.open(uri);
  const domain = connect.domainLookupByName(name);
  const stream = connect.streamNew(StreamFlags.VIR_STREAM_NONBLOCK);
  try {
    domain.openConsole('serial0', stream, ConsoleFlags.VIR_DOMAIN_CONSOLE_FORCE);
    const times: number[] = [];
    const scratch = new Uint8Array(4096);
    const letter = Uint8Array.of(0x78);
    let started = 0;
    const pause = eventLoop.addTimeout(0, () => {
      pause.update(-1);
      started = performance.now();
      if (stream.send(letter) !== 1) throw new Error('the stream takes no letter');
    });
    const { VIR_STREAM_EVENT_READABLE, VIR_STREAM_EVENT_ERROR, VIR_STREAM_EVENT_HANGUP } = StreamEvents;
    const events = VIR_STREAM_EVENT_READABLE | VIR_STREAM_EVENT_ERROR | VIR_STREAM_EVENT_HANGUP;
    stream.eventAddCallback(events, () => {
      if (!stream.recv(scratch)) return;
      times.push(performance.now() - started);
      pause.update(pauseMs);
    });
    while (times.length < count) eventLoop.runDefaultImpl();
    pause.remove();
    stream.eventRemoveCallback();
    stream.abort();
    return times.slice(1);
  } finally {
    stream.free();
    domain.free();
    connect.close();
  }
}
