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

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const streamFunctions = `
virStreamAbort|0.7.2|int|stream:virStreamPtr
virStreamEventAddCallback|0.7.2|int|stream:virStreamPtr,events:int,cb:virStreamEventCallback,opaque:void *,ff:virFreeCallback
virStreamEventRemoveCallback|0.7.2|int|stream:virStreamPtr
virStreamEventUpdateCallback|0.7.2|int|stream:virStreamPtr,events:int
virStreamFinish|0.7.2|int|stream:virStreamPtr
virStreamFree|0.7.2|int|stream:virStreamPtr
virStreamNew|0.7.2|virStreamPtr|conn:virConnectPtr,flags:unsigned int
virStreamRecv|0.7.2|int|stream:virStreamPtr,data:char *,nbytes:size_t
virStreamRecvAll|0.7.2|int|stream:virStreamPtr,handler:virStreamSinkFunc,opaque:void *
virStreamRecvFlags|3.4.0|int|stream:virStreamPtr,data:char *,nbytes:size_t,flags:unsigned int
virStreamRecvHole|3.4.0|int|stream:virStreamPtr,length:long long *,flags:unsigned int
virStreamRef|0.7.2|int|stream:virStreamPtr
virStreamSend|0.7.2|int|stream:virStreamPtr,data:const char *,nbytes:size_t
virStreamSendAll|0.7.2|int|stream:virStreamPtr,handler:virStreamSourceFunc,opaque:void *
virStreamSendHole|3.4.0|int|stream:virStreamPtr,length:long long,flags:unsigned int
virStreamSparseRecvAll|3.4.0|int|stream:virStreamPtr,handler:virStreamSinkFunc,holeHandler:virStreamSinkHoleFunc,opaque:void *
virStreamSparseSendAll|3.4.0|int|stream:virStreamPtr,handler:virStreamSourceFunc,holeHandler:virStreamSourceHoleFunc,skipHandler:virStreamSourceSkipFunc,opaque:void *
`;
