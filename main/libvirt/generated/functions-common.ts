// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Int64, Memory, Strings } from '../binding/pointers.ts';

export interface CommonFunctions {
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsAddBoolean */
  virTypedParamsAddBoolean(params: Memory | null, nparams: Memory | null, maxparams: Memory | null, name: string | null, value: number): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsAddDouble */
  virTypedParamsAddDouble(params: Memory | null, nparams: Memory | null, maxparams: Memory | null, name: string | null, value: number): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsAddFromString */
  virTypedParamsAddFromString(params: Memory | null, nparams: Memory | null, maxparams: Memory | null, name: string | null, type: number, value: string | null): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsAddInt */
  virTypedParamsAddInt(params: Memory | null, nparams: Memory | null, maxparams: Memory | null, name: string | null, value: number): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsAddLLong */
  virTypedParamsAddLLong(params: Memory | null, nparams: Memory | null, maxparams: Memory | null, name: string | null, value: Int64): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsAddString */
  virTypedParamsAddString(params: Memory | null, nparams: Memory | null, maxparams: Memory | null, name: string | null, value: string | null): number;
  /** Since 1.2.17. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsAddStringList */
  virTypedParamsAddStringList(params: Memory | null, nparams: Memory | null, maxparams: Memory | null, name: string | null, values: Strings | null): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsAddUInt */
  virTypedParamsAddUInt(params: Memory | null, nparams: Memory | null, maxparams: Memory | null, name: string | null, value: number): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsAddULLong */
  virTypedParamsAddULLong(params: Memory | null, nparams: Memory | null, maxparams: Memory | null, name: string | null, value: Int64): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsClear */
  virTypedParamsClear(params: Memory | null, nparams: number): void;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsFree */
  virTypedParamsFree(params: Memory | null, nparams: number): void;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsGet */
  virTypedParamsGet(params: Memory | null, nparams: number, name: string | null): bigint | null;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsGetBoolean */
  virTypedParamsGetBoolean(params: Memory | null, nparams: number, name: string | null, value: Memory | null): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsGetDouble */
  virTypedParamsGetDouble(params: Memory | null, nparams: number, name: string | null, value: Memory | null): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsGetInt */
  virTypedParamsGetInt(params: Memory | null, nparams: number, name: string | null, value: Memory | null): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsGetLLong */
  virTypedParamsGetLLong(params: Memory | null, nparams: number, name: string | null, value: Memory | null): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsGetString */
  virTypedParamsGetString(params: Memory | null, nparams: number, name: string | null, value: Strings | null): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsGetUInt */
  virTypedParamsGetUInt(params: Memory | null, nparams: number, name: string | null, value: Memory | null): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParamsGetULLong */
  virTypedParamsGetULLong(params: Memory | null, nparams: number, name: string | null, value: Memory | null): number;
}

export const commonFunctions = {
  virTypedParamsAddBoolean: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr *'], ['nparams', 'int *'], ['maxparams', 'int *'], ['name', 'const char *'], ['value', 'int']] },
  virTypedParamsAddDouble: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr *'], ['nparams', 'int *'], ['maxparams', 'int *'], ['name', 'const char *'], ['value', 'double']] },
  virTypedParamsAddFromString: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr *'], ['nparams', 'int *'], ['maxparams', 'int *'], ['name', 'const char *'], ['type', 'int'], ['value', 'const char *']] },
  virTypedParamsAddInt: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr *'], ['nparams', 'int *'], ['maxparams', 'int *'], ['name', 'const char *'], ['value', 'int']] },
  virTypedParamsAddLLong: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr *'], ['nparams', 'int *'], ['maxparams', 'int *'], ['name', 'const char *'], ['value', 'long long']] },
  virTypedParamsAddString: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr *'], ['nparams', 'int *'], ['maxparams', 'int *'], ['name', 'const char *'], ['value', 'const char *']] },
  virTypedParamsAddStringList: { since: '1.2.17', returns: 'int', args: [['params', 'virTypedParameterPtr *'], ['nparams', 'int *'], ['maxparams', 'int *'], ['name', 'const char *'], ['values', 'const char **']] },
  virTypedParamsAddUInt: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr *'], ['nparams', 'int *'], ['maxparams', 'int *'], ['name', 'const char *'], ['value', 'unsigned int']] },
  virTypedParamsAddULLong: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr *'], ['nparams', 'int *'], ['maxparams', 'int *'], ['name', 'const char *'], ['value', 'unsigned long long']] },
  virTypedParamsClear: { since: '1.0.2', returns: 'void', args: [['params', 'virTypedParameterPtr'], ['nparams', 'int']] },
  virTypedParamsFree: { since: '1.0.2', returns: 'void', args: [['params', 'virTypedParameterPtr'], ['nparams', 'int']] },
  virTypedParamsGet: { since: '1.0.2', returns: 'virTypedParameterPtr', args: [['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['name', 'const char *']] },
  virTypedParamsGetBoolean: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['name', 'const char *'], ['value', 'int *']] },
  virTypedParamsGetDouble: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['name', 'const char *'], ['value', 'double *']] },
  virTypedParamsGetInt: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['name', 'const char *'], ['value', 'int *']] },
  virTypedParamsGetLLong: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['name', 'const char *'], ['value', 'long long *']] },
  virTypedParamsGetString: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['name', 'const char *'], ['value', 'const char **']] },
  virTypedParamsGetUInt: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['name', 'const char *'], ['value', 'unsigned int *']] },
  virTypedParamsGetULLong: { since: '1.0.2', returns: 'int', args: [['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['name', 'const char *'], ['value', 'unsigned long long *']] },
} as const;
