import { CapabilityGroup } from './group.ts';
import { platformOf, tableFor } from './platform.ts';
import type { DeviceTable } from './tables.ts';

/** A group of `<devices>`: answers from what libvirt tells, else from the table of the platform. */
class DeviceCapability extends CapabilityGroup {
  protected answer(name: string, key: keyof DeviceTable): readonly string[] {
    if (this.supported === false) return [];
    return this.valuesOf(name) ?? tableFor(platformOf(this.element))[key];
  }
}

export class DiskCapability extends DeviceCapability {
  get devices(): readonly string[] {
    return this.answer('diskDevice', 'diskDevices');
  }

  get buses(): readonly string[] {
    return this.answer('bus', 'diskBuses');
  }

  get models(): readonly string[] {
    return this.answer('model', 'diskModels');
  }
}

export class GraphicsCapability extends DeviceCapability {
  get types(): readonly string[] {
    return this.answer('type', 'graphicsTypes');
  }
}

export class VideoCapability extends DeviceCapability {
  get models(): readonly string[] {
    return this.answer('modelType', 'videoModels');
  }
}

export class HostdevCapability extends DeviceCapability {
  get modes(): readonly string[] {
    return this.answer('mode', 'hostdevModes');
  }

  get types(): readonly string[] {
    return this.answer('subsysType', 'hostdevTypes');
  }

  get startupPolicies(): readonly string[] {
    return this.answer('startupPolicy', 'hostdevStartupPolicies');
  }

  get drivers(): readonly string[] {
    return this.answer('pciBackend', 'hostdevDrivers');
  }
}

export class RngCapability extends DeviceCapability {
  get models(): readonly string[] {
    return this.answer('model', 'rngModels');
  }

  get backends(): readonly string[] {
    return this.answer('backendModel', 'rngBackends');
  }
}

export class FilesystemCapability extends DeviceCapability {
  get drivers(): readonly string[] {
    return this.answer('driverType', 'filesystemDrivers');
  }
}

export class TpmCapability extends DeviceCapability {
  get models(): readonly string[] {
    return this.answer('model', 'tpmModels');
  }

  get backends(): readonly string[] {
    return this.answer('backendModel', 'tpmBackends');
  }

  get versions(): readonly string[] {
    return this.answer('backendVersion', 'tpmVersions');
  }
}

export class RedirdevCapability extends DeviceCapability {
  get buses(): readonly string[] {
    return this.answer('bus', 'redirdevBuses');
  }
}

export class ChannelCapability extends DeviceCapability {
  get types(): readonly string[] {
    return this.answer('type', 'channelTypes');
  }
}

export class CryptoCapability extends DeviceCapability {
  get models(): readonly string[] {
    return this.answer('model', 'cryptoModels');
  }

  get types(): readonly string[] {
    return this.answer('type', 'cryptoTypes');
  }

  get backends(): readonly string[] {
    return this.answer('backendModel', 'cryptoBackends');
  }
}

export class InterfaceCapability extends DeviceCapability {
  get backends(): readonly string[] {
    return this.answer('backendType', 'interfaceBackends');
  }
}

export class PanicCapability extends DeviceCapability {
  get models(): readonly string[] {
    return this.answer('model', 'panicModels');
  }
}

export class ConsoleCapability extends DeviceCapability {
  get types(): readonly string[] {
    return this.answer('type', 'consoleTypes');
  }
}
