// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Callback, Int64, Memory, Pointer } from '../binding/pointers.ts';

export interface StreamFunctions {
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamAbort */
  virStreamAbort(stream: Pointer<'virStream'> | null): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamEventAddCallback */
  virStreamEventAddCallback(stream: Pointer<'virStream'> | null, events: number, cb: Callback | null, opaque: Memory | null, ff: Callback | null): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamEventRemoveCallback */
  virStreamEventRemoveCallback(stream: Pointer<'virStream'> | null): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamEventUpdateCallback */
  virStreamEventUpdateCallback(stream: Pointer<'virStream'> | null, events: number): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamFinish */
  virStreamFinish(stream: Pointer<'virStream'> | null): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamFree */
  virStreamFree(stream: Pointer<'virStream'> | null): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamNew */
  virStreamNew(conn: Pointer<'virConnect'> | null, flags: number): Pointer<'virStream'> | null;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamRecv */
  virStreamRecv(stream: Pointer<'virStream'> | null, data: Memory | null, nbytes: Int64): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamRecvAll */
  virStreamRecvAll(stream: Pointer<'virStream'> | null, handler: Callback | null, opaque: Memory | null): number;
  /** Since 3.4.0. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamRecvFlags */
  virStreamRecvFlags(stream: Pointer<'virStream'> | null, data: Memory | null, nbytes: Int64, flags: number): number;
  /** Since 3.4.0. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamRecvHole */
  virStreamRecvHole(stream: Pointer<'virStream'> | null, length: Memory | null, flags: number): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamRef */
  virStreamRef(stream: Pointer<'virStream'> | null): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSend */
  virStreamSend(stream: Pointer<'virStream'> | null, data: Memory | null, nbytes: Int64): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSendAll */
  virStreamSendAll(stream: Pointer<'virStream'> | null, handler: Callback | null, opaque: Memory | null): number;
  /** Since 3.4.0. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSendHole */
  virStreamSendHole(stream: Pointer<'virStream'> | null, length: Int64, flags: number): number;
  /** Since 3.4.0. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSparseRecvAll */
  virStreamSparseRecvAll(stream: Pointer<'virStream'> | null, handler: Callback | null, holeHandler: Callback | null, opaque: Memory | null): number;
  /** Since 3.4.0. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSparseSendAll */
  virStreamSparseSendAll(stream: Pointer<'virStream'> | null, handler: Callback | null, holeHandler: Callback | null, skipHandler: Callback | null, opaque: Memory | null): number;
}

export const streamFunctions = {
  virStreamAbort: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr']] },
  virStreamEventAddCallback: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr'], ['events', 'int'], ['cb', 'virStreamEventCallback'], ['opaque', 'void *'], ['ff', 'virFreeCallback']] },
  virStreamEventRemoveCallback: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr']] },
  virStreamEventUpdateCallback: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr'], ['events', 'int']] },
  virStreamFinish: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr']] },
  virStreamFree: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr']] },
  virStreamNew: { since: '0.7.2', returns: 'virStreamPtr', args: [['conn', 'virConnectPtr'], ['flags', 'unsigned int']] },
  virStreamRecv: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr'], ['data', 'char *'], ['nbytes', 'size_t']] },
  virStreamRecvAll: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr'], ['handler', 'virStreamSinkFunc'], ['opaque', 'void *']] },
  virStreamRecvFlags: { since: '3.4.0', returns: 'int', args: [['stream', 'virStreamPtr'], ['data', 'char *'], ['nbytes', 'size_t'], ['flags', 'unsigned int']] },
  virStreamRecvHole: { since: '3.4.0', returns: 'int', args: [['stream', 'virStreamPtr'], ['length', 'long long *'], ['flags', 'unsigned int']] },
  virStreamRef: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr']] },
  virStreamSend: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr'], ['data', 'const char *'], ['nbytes', 'size_t']] },
  virStreamSendAll: { since: '0.7.2', returns: 'int', args: [['stream', 'virStreamPtr'], ['handler', 'virStreamSourceFunc'], ['opaque', 'void *']] },
  virStreamSendHole: { since: '3.4.0', returns: 'int', args: [['stream', 'virStreamPtr'], ['length', 'long long'], ['flags', 'unsigned int']] },
  virStreamSparseRecvAll: { since: '3.4.0', returns: 'int', args: [['stream', 'virStreamPtr'], ['handler', 'virStreamSinkFunc'], ['holeHandler', 'virStreamSinkHoleFunc'], ['opaque', 'void *']] },
  virStreamSparseSendAll: { since: '3.4.0', returns: 'int', args: [['stream', 'virStreamPtr'], ['handler', 'virStreamSourceFunc'], ['holeHandler', 'virStreamSourceHoleFunc'], ['skipHandler', 'virStreamSourceSkipFunc'], ['opaque', 'void *']] },
} as const;
