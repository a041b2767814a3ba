// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointCreateFlags */
export const virDomainCheckpointCreateFlags = {
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE: 1,
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE: 2,
  /** Since 6.10.0. */
  VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE: 4,
} as const;
export type virDomainCheckpointCreateFlags = (typeof virDomainCheckpointCreateFlags)[keyof typeof virDomainCheckpointCreateFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointDeleteFlags */
export const virDomainCheckpointDeleteFlags = {
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN: 1,
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY: 2,
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY: 4,
} as const;
export type virDomainCheckpointDeleteFlags = (typeof virDomainCheckpointDeleteFlags)[keyof typeof virDomainCheckpointDeleteFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointListFlags */
export const virDomainCheckpointListFlags = {
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS: 1,
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_LIST_ROOTS: 1,
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL: 2,
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_LIST_LEAVES: 4,
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES: 8,
} as const;
export type virDomainCheckpointListFlags = (typeof virDomainCheckpointListFlags)[keyof typeof virDomainCheckpointListFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointXMLFlags */
export const virDomainCheckpointXMLFlags = {
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_XML_SECURE: 1,
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN: 2,
  /** Since 5.6.0. */
  VIR_DOMAIN_CHECKPOINT_XML_SIZE: 4,
} as const;
export type virDomainCheckpointXMLFlags = (typeof virDomainCheckpointXMLFlags)[keyof typeof virDomainCheckpointXMLFlags];
