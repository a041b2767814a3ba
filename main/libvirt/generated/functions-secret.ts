// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Callback, Int64, Memory, Pointer } from '../binding/pointers.ts';

export interface SecretFunctions {
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectListAllSecrets */
  virConnectListAllSecrets(conn: Pointer<'virConnect'> | null, secrets: Memory | null, flags: number): number;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectListSecrets */
  virConnectListSecrets(conn: Pointer<'virConnect'> | null, uuids: Memory | null, maxuuids: number): number;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectNumOfSecrets */
  virConnectNumOfSecrets(conn: Pointer<'virConnect'> | null): number;
  /** Since 3.0.0. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectSecretEventDeregisterAny */
  virConnectSecretEventDeregisterAny(conn: Pointer<'virConnect'> | null, callbackID: number): number;
  /** Since 3.0.0. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectSecretEventRegisterAny */
  virConnectSecretEventRegisterAny(conn: Pointer<'virConnect'> | null, secret: Pointer<'virSecret'> | null, eventID: number, cb: Callback | null, opaque: Memory | null, freecb: Callback | null): number;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretDefineXML */
  virSecretDefineXML(conn: Pointer<'virConnect'> | null, xml: string | null, flags: number): Pointer<'virSecret'> | null;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretFree */
  virSecretFree(secret: Pointer<'virSecret'> | null): number;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetConnect */
  virSecretGetConnect(secret: Pointer<'virSecret'> | null): Pointer<'virConnect'> | null;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUUID */
  virSecretGetUUID(secret: Pointer<'virSecret'> | null, uuid: Memory | null): number;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUUIDString */
  virSecretGetUUIDString(secret: Pointer<'virSecret'> | null, buf: Memory | null): number;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUsageID */
  virSecretGetUsageID(secret: Pointer<'virSecret'> | null): string | null;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUsageType */
  virSecretGetUsageType(secret: Pointer<'virSecret'> | null): number;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetValue */
  virSecretGetValue(secret: Pointer<'virSecret'> | null, value_size: Memory | null, flags: number): bigint | null;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetXMLDesc */
  virSecretGetXMLDesc(secret: Pointer<'virSecret'> | null, flags: number): string | null;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretLookupByUUID */
  virSecretLookupByUUID(conn: Pointer<'virConnect'> | null, uuid: Memory | null): Pointer<'virSecret'> | null;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretLookupByUUIDString */
  virSecretLookupByUUIDString(conn: Pointer<'virConnect'> | null, uuidstr: string | null): Pointer<'virSecret'> | null;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretLookupByUsage */
  virSecretLookupByUsage(conn: Pointer<'virConnect'> | null, usageType: number, usageID: string | null): Pointer<'virSecret'> | null;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretRef */
  virSecretRef(secret: Pointer<'virSecret'> | null): number;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretSetValue */
  virSecretSetValue(secret: Pointer<'virSecret'> | null, value: Memory | null, value_size: Int64, flags: number): number;
  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretUndefine */
  virSecretUndefine(secret: Pointer<'virSecret'> | null): number;
}

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const secretFunctions = `
virConnectListAllSecrets|0.10.2|int|conn:virConnectPtr,secrets:virSecretPtr **,flags:unsigned int
virConnectListSecrets|0.7.1|int|conn:virConnectPtr,uuids:char **,maxuuids:int
virConnectNumOfSecrets|0.7.1|int|conn:virConnectPtr
virConnectSecretEventDeregisterAny|3.0.0|int|conn:virConnectPtr,callbackID:int
virConnectSecretEventRegisterAny|3.0.0|int|conn:virConnectPtr,secret:virSecretPtr,eventID:int,cb:virConnectSecretEventGenericCallback,opaque:void *,freecb:virFreeCallback
virSecretDefineXML|0.7.1|virSecretPtr|conn:virConnectPtr,xml:const char *,flags:unsigned int
virSecretFree|0.7.1|int|secret:virSecretPtr
virSecretGetConnect|0.7.1|virConnectPtr|secret:virSecretPtr
virSecretGetUUID|0.7.1|int|secret:virSecretPtr,uuid:unsigned char *
virSecretGetUUIDString|0.7.1|int|secret:virSecretPtr,buf:char *
virSecretGetUsageID|0.7.1|const char *|secret:virSecretPtr
virSecretGetUsageType|0.7.1|int|secret:virSecretPtr
virSecretGetValue|0.7.1|unsigned char *|secret:virSecretPtr,value_size:size_t *,flags:unsigned int
virSecretGetXMLDesc|0.7.1|char *|secret:virSecretPtr,flags:unsigned int
virSecretLookupByUUID|0.7.1|virSecretPtr|conn:virConnectPtr,uuid:const unsigned char *
virSecretLookupByUUIDString|0.7.1|virSecretPtr|conn:virConnectPtr,uuidstr:const char *
virSecretLookupByUsage|0.7.1|virSecretPtr|conn:virConnectPtr,usageType:int,usageID:const char *
virSecretRef|0.7.1|int|secret:virSecretPtr
virSecretSetValue|0.7.1|int|secret:virSecretPtr,value:const unsigned char *,value_size:size_t,flags:unsigned int
virSecretUndefine|0.7.1|int|secret:virSecretPtr
`;
