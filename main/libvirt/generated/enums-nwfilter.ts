// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingCreateFlags */
export const virNWFilterBindingCreateFlags = {
  /** Since 7.8.0. */
  VIR_NWFILTER_BINDING_CREATE_VALIDATE: 1,
} as const;
export type virNWFilterBindingCreateFlags = (typeof virNWFilterBindingCreateFlags)[keyof typeof virNWFilterBindingCreateFlags];

/** https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterDefineFlags */
export const virNWFilterDefineFlags = {
  /** Since 7.7.0. */
  VIR_NWFILTER_DEFINE_VALIDATE: 1,
} as const;
export type virNWFilterDefineFlags = (typeof virNWFilterDefineFlags)[keyof typeof virNWFilterDefineFlags];
