// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectListAllInterfacesFlags */
export const virConnectListAllInterfacesFlags = {
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_INTERFACES_INACTIVE: 1,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_INTERFACES_ACTIVE: 2,
} as const;
export type virConnectListAllInterfacesFlags = (typeof virConnectListAllInterfacesFlags)[keyof typeof virConnectListAllInterfacesFlags];

/** https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceDefineFlags */
export const virInterfaceDefineFlags = {
  /** Since 7.7.0. */
  VIR_INTERFACE_DEFINE_VALIDATE: 1,
} as const;
export type virInterfaceDefineFlags = (typeof virInterfaceDefineFlags)[keyof typeof virInterfaceDefineFlags];

/** https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceXMLFlags */
export const virInterfaceXMLFlags = {
  /** Since 0.7.3. */
  VIR_INTERFACE_XML_INACTIVE: 1,
} as const;
export type virInterfaceXMLFlags = (typeof virInterfaceXMLFlags)[keyof typeof virInterfaceXMLFlags];
