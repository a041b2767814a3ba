// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectListAllSecretsFlags */
export const virConnectListAllSecretsFlags = {
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_SECRETS_EPHEMERAL: 1,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL: 2,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_SECRETS_PRIVATE: 4,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_SECRETS_NO_PRIVATE: 8,
} as const;
export type virConnectListAllSecretsFlags = (typeof virConnectListAllSecretsFlags)[keyof typeof virConnectListAllSecretsFlags];

/** https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretDefineFlags */
export const virSecretDefineFlags = {
  /** Since 7.7.0. */
  VIR_SECRET_DEFINE_VALIDATE: 1,
} as const;
export type virSecretDefineFlags = (typeof virSecretDefineFlags)[keyof typeof virSecretDefineFlags];

/** https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretEventID */
export const virSecretEventID = {
  /** Since 3.0.0. */
  VIR_SECRET_EVENT_ID_LIFECYCLE: 0,
  /** Since 3.0.0. */
  VIR_SECRET_EVENT_ID_VALUE_CHANGED: 1,
} as const;
export type virSecretEventID = (typeof virSecretEventID)[keyof typeof virSecretEventID];

/** https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretEventLifecycleType */
export const virSecretEventLifecycleType = {
  /** Since 3.0.0. */
  VIR_SECRET_EVENT_DEFINED: 0,
  /** Since 3.0.0. */
  VIR_SECRET_EVENT_UNDEFINED: 1,
} as const;
export type virSecretEventLifecycleType = (typeof virSecretEventLifecycleType)[keyof typeof virSecretEventLifecycleType];

/** https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretUsageType */
export const virSecretUsageType = {
  /** Since 0.7.1. */
  VIR_SECRET_USAGE_TYPE_NONE: 0,
  /** Since 0.7.1. */
  VIR_SECRET_USAGE_TYPE_VOLUME: 1,
  /** Since 0.9.7. */
  VIR_SECRET_USAGE_TYPE_CEPH: 2,
  /** Since 1.0.4. */
  VIR_SECRET_USAGE_TYPE_ISCSI: 3,
  /** Since 2.3.0. */
  VIR_SECRET_USAGE_TYPE_TLS: 4,
  /** Since 5.6.0. */
  VIR_SECRET_USAGE_TYPE_VTPM: 5,
} as const;
export type virSecretUsageType = (typeof virSecretUsageType)[keyof typeof virSecretUsageType];
