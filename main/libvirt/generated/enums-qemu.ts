// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-qemu.html#virConnectDomainQemuMonitorEventRegisterFlags */
export const virConnectDomainQemuMonitorEventRegisterFlags = {
  /** Since 1.2.3. */
  VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX: 1,
  /** Since 1.2.3. */
  VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE: 2,
} as const;
export type virConnectDomainQemuMonitorEventRegisterFlags = (typeof virConnectDomainQemuMonitorEventRegisterFlags)[keyof typeof virConnectDomainQemuMonitorEventRegisterFlags];

/** https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuAgentCommandTimeoutValues */
export const virDomainQemuAgentCommandTimeoutValues = {
  /** Since 0.10.0. */
  VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK: -2,
  /** Since 0.10.0. */
  VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN: -2,
  /** Since 0.10.0. */
  VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT: -1,
  /** Since 0.10.0. */
  VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT: 0,
  /** Since 1.2.15. */
  VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN: 60,
} as const;
export type virDomainQemuAgentCommandTimeoutValues = (typeof virDomainQemuAgentCommandTimeoutValues)[keyof typeof virDomainQemuAgentCommandTimeoutValues];

/** https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuMonitorCommandFlags */
export const virDomainQemuMonitorCommandFlags = {
  /** Since 0.8.8. */
  VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT: 0,
  /** Since 0.8.8. */
  VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP: 1,
} as const;
export type virDomainQemuMonitorCommandFlags = (typeof virDomainQemuMonitorCommandFlags)[keyof typeof virDomainQemuMonitorCommandFlags];
