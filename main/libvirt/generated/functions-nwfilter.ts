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

export const nwfilterFunctions = {
  virConnectListAllNWFilterBindings: { since: '4.5.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['bindings', 'virNWFilterBindingPtr **'], ['flags', 'unsigned int']] },
  virConnectListAllNWFilters: { since: '0.10.2', returns: 'int', args: [['conn', 'virConnectPtr'], ['filters', 'virNWFilterPtr **'], ['flags', 'unsigned int']] },
  virConnectListNWFilters: { since: '0.8.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['names', 'char ** const'], ['maxnames', 'int']] },
  virConnectNumOfNWFilters: { since: '0.8.0', returns: 'int', args: [['conn', 'virConnectPtr']] },
  virNWFilterBindingCreateXML: { since: '4.5.0', returns: 'virNWFilterBindingPtr', args: [['conn', 'virConnectPtr'], ['xml', 'const char *'], ['flags', 'unsigned int']] },
  virNWFilterBindingDelete: { since: '4.5.0', returns: 'int', args: [['binding', 'virNWFilterBindingPtr']] },
  virNWFilterBindingFree: { since: '4.5.0', returns: 'int', args: [['binding', 'virNWFilterBindingPtr']] },
  virNWFilterBindingGetFilterName: { since: '4.5.0', returns: 'const char *', args: [['binding', 'virNWFilterBindingPtr']] },
  virNWFilterBindingGetPortDev: { since: '4.5.0', returns: 'const char *', args: [['binding', 'virNWFilterBindingPtr']] },
  virNWFilterBindingGetXMLDesc: { since: '4.5.0', returns: 'char *', args: [['binding', 'virNWFilterBindingPtr'], ['flags', 'unsigned int']] },
  virNWFilterBindingLookupByPortDev: { since: '4.5.0', returns: 'virNWFilterBindingPtr', args: [['conn', 'virConnectPtr'], ['portdev', 'const char *']] },
  virNWFilterBindingRef: { since: '4.5.0', returns: 'int', args: [['binding', 'virNWFilterBindingPtr']] },
  virNWFilterDefineXML: { since: '0.8.0', returns: 'virNWFilterPtr', args: [['conn', 'virConnectPtr'], ['xmlDesc', 'const char *']] },
  virNWFilterDefineXMLFlags: { since: '7.7.0', returns: 'virNWFilterPtr', args: [['conn', 'virConnectPtr'], ['xmlDesc', 'const char *'], ['flags', 'unsigned int']] },
  virNWFilterFree: { since: '0.8.0', returns: 'int', args: [['nwfilter', 'virNWFilterPtr']] },
  virNWFilterGetName: { since: '0.8.0', returns: 'const char *', args: [['nwfilter', 'virNWFilterPtr']] },
  virNWFilterGetUUID: { since: '0.8.0', returns: 'int', args: [['nwfilter', 'virNWFilterPtr'], ['uuid', 'unsigned char *']] },
  virNWFilterGetUUIDString: { since: '0.8.0', returns: 'int', args: [['nwfilter', 'virNWFilterPtr'], ['buf', 'char *']] },
  virNWFilterGetXMLDesc: { since: '0.8.0', returns: 'char *', args: [['nwfilter', 'virNWFilterPtr'], ['flags', 'unsigned int']] },
  virNWFilterLookupByName: { since: '0.8.0', returns: 'virNWFilterPtr', args: [['conn', 'virConnectPtr'], ['name', 'const char *']] },
  virNWFilterLookupByUUID: { since: '0.8.0', returns: 'virNWFilterPtr', args: [['conn', 'virConnectPtr'], ['uuid', 'const unsigned char *']] },
  virNWFilterLookupByUUIDString: { since: '0.8.0', returns: 'virNWFilterPtr', args: [['conn', 'virConnectPtr'], ['uuidstr', 'const char *']] },
  virNWFilterRef: { since: '0.8.0', returns: 'int', args: [['nwfilter', 'virNWFilterPtr']] },
  virNWFilterUndefine: { since: '0.8.0', returns: 'int', args: [['nwfilter', 'virNWFilterPtr']] },
} as const;
