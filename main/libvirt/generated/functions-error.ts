// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Callback, Memory, Pointer } from '../binding/pointers.ts';

export interface ErrorFunctions {
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virConnCopyLastError */
  virConnCopyLastError(conn: Pointer<'virConnect'> | null, to: Memory | null): number;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virConnGetLastError */
  virConnGetLastError(conn: Pointer<'virConnect'> | null): bigint | null;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virConnResetLastError */
  virConnResetLastError(conn: Pointer<'virConnect'> | null): void;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virConnSetErrorFunc */
  virConnSetErrorFunc(conn: Pointer<'virConnect'> | null, userData: Memory | null, handler: Callback | null): void;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virCopyLastError */
  virCopyLastError(to: Memory | null): number;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virDefaultErrorFunc */
  virDefaultErrorFunc(err: Memory | null): void;
  /** Since 0.6.1. https://libvirt.org/html/libvirt-virterror.html#virFreeError */
  virFreeError(err: Memory | null): void;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virGetLastError */
  virGetLastError(): bigint | null;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-virterror.html#virGetLastErrorCode */
  virGetLastErrorCode(): number;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-virterror.html#virGetLastErrorDomain */
  virGetLastErrorDomain(): number;
  /** Since 1.0.6. https://libvirt.org/html/libvirt-virterror.html#virGetLastErrorMessage */
  virGetLastErrorMessage(): string | null;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virResetError */
  virResetError(err: Memory | null): void;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virResetLastError */
  virResetLastError(): void;
  /** Since 0.6.1. https://libvirt.org/html/libvirt-virterror.html#virSaveLastError */
  virSaveLastError(): bigint | null;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virSetErrorFunc */
  virSetErrorFunc(userData: Memory | null, handler: Callback | null): void;
}

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const errorFunctions = `
virConnCopyLastError|0.1.0|int|conn:virConnectPtr,to:virErrorPtr
virConnGetLastError|0.1.0|virErrorPtr|conn:virConnectPtr
virConnResetLastError|0.1.0|void|conn:virConnectPtr
virConnSetErrorFunc|0.1.0|void|conn:virConnectPtr,userData:void *,handler:virErrorFunc
virCopyLastError|0.1.0|int|to:virErrorPtr
virDefaultErrorFunc|0.1.0|void|err:virErrorPtr
virFreeError|0.6.1|void|err:virErrorPtr
virGetLastError|0.1.0|virErrorPtr|
virGetLastErrorCode|4.5.0|int|
virGetLastErrorDomain|4.5.0|int|
virGetLastErrorMessage|1.0.6|const char *|
virResetError|0.1.0|void|err:virErrorPtr
virResetLastError|0.1.0|void|
virSaveLastError|0.6.1|virErrorPtr|
virSetErrorFunc|0.1.0|void|userData:void *,handler:virErrorFunc
`;
