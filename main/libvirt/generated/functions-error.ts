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

export const errorFunctions = {
  virConnCopyLastError: { since: '0.1.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['to', 'virErrorPtr']] },
  virConnGetLastError: { since: '0.1.0', returns: 'virErrorPtr', args: [['conn', 'virConnectPtr']] },
  virConnResetLastError: { since: '0.1.0', returns: 'void', args: [['conn', 'virConnectPtr']] },
  virConnSetErrorFunc: { since: '0.1.0', returns: 'void', args: [['conn', 'virConnectPtr'], ['userData', 'void *'], ['handler', 'virErrorFunc']] },
  virCopyLastError: { since: '0.1.0', returns: 'int', args: [['to', 'virErrorPtr']] },
  virDefaultErrorFunc: { since: '0.1.0', returns: 'void', args: [['err', 'virErrorPtr']] },
  virFreeError: { since: '0.6.1', returns: 'void', args: [['err', 'virErrorPtr']] },
  virGetLastError: { since: '0.1.0', returns: 'virErrorPtr', args: [] },
  virGetLastErrorCode: { since: '4.5.0', returns: 'int', args: [] },
  virGetLastErrorDomain: { since: '4.5.0', returns: 'int', args: [] },
  virGetLastErrorMessage: { since: '1.0.6', returns: 'const char *', args: [] },
  virResetError: { since: '0.1.0', returns: 'void', args: [['err', 'virErrorPtr']] },
  virResetLastError: { since: '0.1.0', returns: 'void', args: [] },
  virSaveLastError: { since: '0.6.1', returns: 'virErrorPtr', args: [] },
  virSetErrorFunc: { since: '0.1.0', returns: 'void', args: [['userData', 'void *'], ['handler', 'virErrorFunc']] },
} as const;
