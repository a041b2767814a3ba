// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-network.html#virConnectListAllNetworksFlags */
export const virConnectListAllNetworksFlags = {
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_NETWORKS_INACTIVE: 1,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_NETWORKS_ACTIVE: 2,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_NETWORKS_PERSISTENT: 4,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_NETWORKS_TRANSIENT: 8,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_NETWORKS_AUTOSTART: 16,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART: 32,
} as const;
export type virConnectListAllNetworksFlags = (typeof virConnectListAllNetworksFlags)[keyof typeof virConnectListAllNetworksFlags];

/** https://libvirt.org/html/libvirt-libvirt-network.html#virIPAddrType */
export const virIPAddrType = {
  /** Since 1.2.6. */
  VIR_IP_ADDR_TYPE_IPV4: 0,
  /** Since 1.2.6. */
  VIR_IP_ADDR_TYPE_IPV6: 1,
} as const;
export type virIPAddrType = (typeof virIPAddrType)[keyof typeof virIPAddrType];

/** https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkCreateFlags */
export const virNetworkCreateFlags = {
  /** Since 7.8.0. */
  VIR_NETWORK_CREATE_VALIDATE: 1,
} as const;
export type virNetworkCreateFlags = (typeof virNetworkCreateFlags)[keyof typeof virNetworkCreateFlags];

/** https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDefineFlags */
export const virNetworkDefineFlags = {
  /** Since 7.7.0. */
  VIR_NETWORK_DEFINE_VALIDATE: 1,
} as const;
export type virNetworkDefineFlags = (typeof virNetworkDefineFlags)[keyof typeof virNetworkDefineFlags];

/** https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkEventID */
export const virNetworkEventID = {
  /** Since 1.2.1. */
  VIR_NETWORK_EVENT_ID_LIFECYCLE: 0,
} as const;
export type virNetworkEventID = (typeof virNetworkEventID)[keyof typeof virNetworkEventID];

/** https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkEventLifecycleType */
export const virNetworkEventLifecycleType = {
  /** Since 1.2.1. */
  VIR_NETWORK_EVENT_DEFINED: 0,
  /** Since 1.2.1. */
  VIR_NETWORK_EVENT_UNDEFINED: 1,
  /** Since 1.2.1. */
  VIR_NETWORK_EVENT_STARTED: 2,
  /** Since 1.2.1. */
  VIR_NETWORK_EVENT_STOPPED: 3,
} as const;
export type virNetworkEventLifecycleType = (typeof virNetworkEventLifecycleType)[keyof typeof virNetworkEventLifecycleType];

/** https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortCreateFlags */
export const virNetworkPortCreateFlags = {
  /** Since 5.5.0. */
  VIR_NETWORK_PORT_CREATE_RECLAIM: 1,
  /** Since 7.8.0. */
  VIR_NETWORK_PORT_CREATE_VALIDATE: 2,
} as const;
export type virNetworkPortCreateFlags = (typeof virNetworkPortCreateFlags)[keyof typeof virNetworkPortCreateFlags];

/** https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkUpdateCommand */
export const virNetworkUpdateCommand = {
  /** Since 0.10.2. */
  VIR_NETWORK_UPDATE_COMMAND_NONE: 0,
  /** Since 0.10.2. */
  VIR_NETWORK_UPDATE_COMMAND_MODIFY: 1,
  /** Since 0.10.2. */
  VIR_NETWORK_UPDATE_COMMAND_DELETE: 2,
  /** Since 0.10.2. */
  VIR_NETWORK_UPDATE_COMMAND_ADD_LAST: 3,
  /** Since 0.10.2. */
  VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST: 4,
} as const;
export type virNetworkUpdateCommand = (typeof virNetworkUpdateCommand)[keyof typeof virNetworkUpdateCommand];

/** https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkUpdateFlags */
export const virNetworkUpdateFlags = {
  /** Since 0.10.2. */
  VIR_NETWORK_UPDATE_AFFECT_CURRENT: 0,
  /** Since 0.10.2. */
  VIR_NETWORK_UPDATE_AFFECT_LIVE: 1,
  /** Since 0.10.2. */
  VIR_NETWORK_UPDATE_AFFECT_CONFIG: 2,
} as const;
export type virNetworkUpdateFlags = (typeof virNetworkUpdateFlags)[keyof typeof virNetworkUpdateFlags];

/** https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkUpdateSection */
export const virNetworkUpdateSection = {
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_NONE: 0,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_BRIDGE: 1,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_DOMAIN: 2,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_IP: 3,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_IP_DHCP_HOST: 4,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_IP_DHCP_RANGE: 5,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_FORWARD: 6,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_FORWARD_INTERFACE: 7,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_FORWARD_PF: 8,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_PORTGROUP: 9,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_DNS_HOST: 10,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_DNS_TXT: 11,
  /** Since 0.10.2. */
  VIR_NETWORK_SECTION_DNS_SRV: 12,
} as const;
export type virNetworkUpdateSection = (typeof virNetworkUpdateSection)[keyof typeof virNetworkUpdateSection];

/** https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkXMLFlags */
export const virNetworkXMLFlags = {
  /** Since 0.9.10. */
  VIR_NETWORK_XML_INACTIVE: 1,
} as const;
export type virNetworkXMLFlags = (typeof virNetworkXMLFlags)[keyof typeof virNetworkXMLFlags];
