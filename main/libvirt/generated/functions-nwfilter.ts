// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Memory, Pointer } from '../binding/pointers.ts';

export interface NwfilterFunctions {
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectListAllNWFilterBindings */
  virConnectListAllNWFilterBindings(conn: Pointer<'virConnect'> | null, bindings: Memory | null, flags: number): number;
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectListAllNWFilters */
  virConnectListAllNWFilters(conn: Pointer<'virConnect'> | null, filters: Memory | null, flags: number): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectListNWFilters */
  virConnectListNWFilters(conn: Pointer<'virConnect'> | null, names: Memory | null, maxnames: number): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectNumOfNWFilters */
  virConnectNumOfNWFilters(conn: Pointer<'virConnect'> | null): number;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingCreateXML */
  virNWFilterBindingCreateXML(conn: Pointer<'virConnect'> | null, xml: string | null, flags: number): Pointer<'virNWFilterBinding'> | null;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingDelete */
  virNWFilterBindingDelete(binding: Pointer<'virNWFilterBinding'> | null): number;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingFree */
  virNWFilterBindingFree(binding: Pointer<'virNWFilterBinding'> | null): number;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingGetFilterName */
  virNWFilterBindingGetFilterName(binding: Pointer<'virNWFilterBinding'> | null): string | null;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingGetPortDev */
  virNWFilterBindingGetPortDev(binding: Pointer<'virNWFilterBinding'> | null): string | null;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingGetXMLDesc */
  virNWFilterBindingGetXMLDesc(binding: Pointer<'virNWFilterBinding'> | null, flags: number): string | null;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingLookupByPortDev */
  virNWFilterBindingLookupByPortDev(conn: Pointer<'virConnect'> | null, portdev: string | null): Pointer<'virNWFilterBinding'> | null;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingRef */
  virNWFilterBindingRef(binding: Pointer<'virNWFilterBinding'> | null): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterDefineXML */
  virNWFilterDefineXML(conn: Pointer<'virConnect'> | null, xmlDesc: string | null): Pointer<'virNWFilter'> | null;
  /** Since 7.7.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterDefineXMLFlags */
  virNWFilterDefineXMLFlags(conn: Pointer<'virConnect'> | null, xmlDesc: string | null, flags: number): Pointer<'virNWFilter'> | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterFree */
  virNWFilterFree(nwfilter: Pointer<'virNWFilter'> | null): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetName */
  virNWFilterGetName(nwfilter: Pointer<'virNWFilter'> | null): string | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetUUID */
  virNWFilterGetUUID(nwfilter: Pointer<'virNWFilter'> | null, uuid: Memory | null): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetUUIDString */
  virNWFilterGetUUIDString(nwfilter: Pointer<'virNWFilter'> | null, buf: Memory | null): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetXMLDesc */
  virNWFilterGetXMLDesc(nwfilter: Pointer<'virNWFilter'> | null, flags: number): string | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterLookupByName */
  virNWFilterLookupByName(conn: Pointer<'virConnect'> | null, name: string | null): Pointer<'virNWFilter'> | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterLookupByUUID */
  virNWFilterLookupByUUID(conn: Pointer<'virConnect'> | null, uuid: Memory | null): Pointer<'virNWFilter'> | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterLookupByUUIDString */
  virNWFilterLookupByUUIDString(conn: Pointer<'virConnect'> | null, uuidstr: string | null): Pointer<'virNWFilter'> | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterRef */
  virNWFilterRef(nwfilter: Pointer<'virNWFilter'> | null): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterUndefine */
  virNWFilterUndefine(nwfilter: Pointer<'virNWFilter'> | null): number;
}

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const nwfilterFunctions = `
virConnectListAllNWFilterBindings|4.5.0|int|conn:virConnectPtr,bindings:virNWFilterBindingPtr **,flags:unsigned int
virConnectListAllNWFilters|0.10.2|int|conn:virConnectPtr,filters:virNWFilterPtr **,flags:unsigned int
virConnectListNWFilters|0.8.0|int|conn:virConnectPtr,names:char ** const,maxnames:int
virConnectNumOfNWFilters|0.8.0|int|conn:virConnectPtr
virNWFilterBindingCreateXML|4.5.0|virNWFilterBindingPtr|conn:virConnectPtr,xml:const char *,flags:unsigned int
virNWFilterBindingDelete|4.5.0|int|binding:virNWFilterBindingPtr
virNWFilterBindingFree|4.5.0|int|binding:virNWFilterBindingPtr
virNWFilterBindingGetFilterName|4.5.0|const char *|binding:virNWFilterBindingPtr
virNWFilterBindingGetPortDev|4.5.0|const char *|binding:virNWFilterBindingPtr
virNWFilterBindingGetXMLDesc|4.5.0|char *|binding:virNWFilterBindingPtr,flags:unsigned int
virNWFilterBindingLookupByPortDev|4.5.0|virNWFilterBindingPtr|conn:virConnectPtr,portdev:const char *
virNWFilterBindingRef|4.5.0|int|binding:virNWFilterBindingPtr
virNWFilterDefineXML|0.8.0|virNWFilterPtr|conn:virConnectPtr,xmlDesc:const char *
virNWFilterDefineXMLFlags|7.7.0|virNWFilterPtr|conn:virConnectPtr,xmlDesc:const char *,flags:unsigned int
virNWFilterFree|0.8.0|int|nwfilter:virNWFilterPtr
virNWFilterGetName|0.8.0|const char *|nwfilter:virNWFilterPtr
virNWFilterGetUUID|0.8.0|int|nwfilter:virNWFilterPtr,uuid:unsigned char *
virNWFilterGetUUIDString|0.8.0|int|nwfilter:virNWFilterPtr,buf:char *
virNWFilterGetXMLDesc|0.8.0|char *|nwfilter:virNWFilterPtr,flags:unsigned int
virNWFilterLookupByName|0.8.0|virNWFilterPtr|conn:virConnectPtr,name:const char *
virNWFilterLookupByUUID|0.8.0|virNWFilterPtr|conn:virConnectPtr,uuid:const unsigned char *
virNWFilterLookupByUUIDString|0.8.0|virNWFilterPtr|conn:virConnectPtr,uuidstr:const char *
virNWFilterRef|0.8.0|int|nwfilter:virNWFilterPtr
virNWFilterUndefine|0.8.0|int|nwfilter:virNWFilterPtr
`;
