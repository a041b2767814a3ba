// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';

/** Calls on a virStream, by libvirt's names. */
export abstract class StreamCalls extends Handle<'virStream'> {
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamAbort */
  abort(): void {
    invoke('virStreamAbort', this, []);
  }

  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamEventUpdateCallback */
  eventUpdateCallback(events: number): void {
    invoke('virStreamEventUpdateCallback', this, [events]);
  }

  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamFinish */
  finish(): void {
    invoke('virStreamFinish', this, []);
  }

  /** Since 3.4.0. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamRecvHole */
  recvHole(flags = 0): number {
    return invoke('virStreamRecvHole', this, [flags]);
  }

  /** Since 3.4.0. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSendHole */
  sendHole(length: number | bigint, flags = 0): void {
    invoke('virStreamSendHole', this, [length, flags]);
  }

}
