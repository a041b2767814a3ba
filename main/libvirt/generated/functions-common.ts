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

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const commonFunctions = `
virTypedParamsAddBoolean|1.0.2|int|params:virTypedParameterPtr *,nparams:int *,maxparams:int *,name:const char *,value:int
virTypedParamsAddDouble|1.0.2|int|params:virTypedParameterPtr *,nparams:int *,maxparams:int *,name:const char *,value:double
virTypedParamsAddFromString|1.0.2|int|params:virTypedParameterPtr *,nparams:int *,maxparams:int *,name:const char *,type:int,value:const char *
virTypedParamsAddInt|1.0.2|int|params:virTypedParameterPtr *,nparams:int *,maxparams:int *,name:const char *,value:int
virTypedParamsAddLLong|1.0.2|int|params:virTypedParameterPtr *,nparams:int *,maxparams:int *,name:const char *,value:long long
virTypedParamsAddString|1.0.2|int|params:virTypedParameterPtr *,nparams:int *,maxparams:int *,name:const char *,value:const char *
virTypedParamsAddStringList|1.2.17|int|params:virTypedParameterPtr *,nparams:int *,maxparams:int *,name:const char *,values:const char **
virTypedParamsAddUInt|1.0.2|int|params:virTypedParameterPtr *,nparams:int *,maxparams:int *,name:const char *,value:unsigned int
virTypedParamsAddULLong|1.0.2|int|params:virTypedParameterPtr *,nparams:int *,maxparams:int *,name:const char *,value:unsigned long long
virTypedParamsClear|1.0.2|void|params:virTypedParameterPtr,nparams:int
virTypedParamsFree|1.0.2|void|params:virTypedParameterPtr,nparams:int
virTypedParamsGet|1.0.2|virTypedParameterPtr|params:virTypedParameterPtr,nparams:int,name:const char *
virTypedParamsGetBoolean|1.0.2|int|params:virTypedParameterPtr,nparams:int,name:const char *,value:int *
virTypedParamsGetDouble|1.0.2|int|params:virTypedParameterPtr,nparams:int,name:const char *,value:double *
virTypedParamsGetInt|1.0.2|int|params:virTypedParameterPtr,nparams:int,name:const char *,value:int *
virTypedParamsGetLLong|1.0.2|int|params:virTypedParameterPtr,nparams:int,name:const char *,value:long long *
virTypedParamsGetString|1.0.2|int|params:virTypedParameterPtr,nparams:int,name:const char *,value:const char **
virTypedParamsGetUInt|1.0.2|int|params:virTypedParameterPtr,nparams:int,name:const char *,value:unsigned int *
virTypedParamsGetULLong|1.0.2|int|params:virTypedParameterPtr,nparams:int,name:const char *,value:unsigned long long *
`;
