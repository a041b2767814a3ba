import { LibvirtError } from '../../binding/errors.ts';
import type { TypedParamsInput } from '../../binding/params.ts';
import {
  virDomainDeviceModifyFlags as Device,
  virDomainModificationImpact as Impact,
  virDomainMemoryModFlags as Memory,
  virDomainMetadataType as Metadata,
  virDomainVcpuFlags as Vcpu,
} from '../../generated/enums-domain.ts';
import { virErrorNumber } from '../../generated/enums-error.ts';
import type { Domain } from '../../typed/domain.ts';
import { cpuMapOf } from './cpuMap.ts';

/** One call, or a family of them, that changes a running domain; nothing of the saved definition. */
export type LiveStep =
  | { readonly do: 'attach' | 'detach' | 'update' | 'media'; readonly xml: string }
  | { readonly do: 'iotune'; readonly disk: string; readonly params: TypedParamsInput }
  | { readonly do: 'balloon-statistics'; readonly seconds: number }
  | {
      readonly do: 'metadata';
      readonly what: 'title' | 'description' | 'element';
      readonly value: string | null;
      readonly key: string | null;
      readonly namespace: string | null;
    }
  | { readonly do: 'memory'; readonly kib: number }
  | { readonly do: 'vcpus'; readonly count: number }
  | { readonly do: 'vcpu'; readonly id: number; readonly enabled: boolean }
  | {
      readonly do: 'scheduler' | 'memory-limits' | 'block-weights' | 'numa' | 'perf';
      readonly params: TypedParamsInput;
    }
  | { readonly do: 'vcpu-pin'; readonly vcpu: number; readonly cpuset: string | null }
  | { readonly do: 'emulator-pin'; readonly cpuset: string | null }
  | { readonly do: 'iothread-pin'; readonly iothread: number; readonly cpuset: string | null }
  | {
      readonly do: 'iothread';
      readonly what: 'add' | 'remove' | 'set';
      readonly id: number;
      readonly params?: TypedParamsInput;
    }
  | { readonly do: 'lifecycle'; readonly event: number; readonly action: number };

const LIVE = Impact.VIR_DOMAIN_AFFECT_LIVE;

const METADATA = {
  title: Metadata.VIR_DOMAIN_METADATA_TITLE,
  description: Metadata.VIR_DOMAIN_METADATA_DESCRIPTION,
  element: Metadata.VIR_DOMAIN_METADATA_ELEMENT,
};

/**
 * Carries one step out.
 * @param hostCpus the number of the host's processors, asked for only where it is needed
 */
export function runStep(domain: Domain, step: LiveStep, hostCpus: () => number): void {
  switch (step.do) {
    case 'attach':
      domain.attachDeviceFlags(step.xml, Device.VIR_DOMAIN_DEVICE_MODIFY_LIVE);
      break;
    case 'detach':
      domain.detachDeviceFlags(step.xml, Device.VIR_DOMAIN_DEVICE_MODIFY_LIVE);
      break;
    case 'update':
      domain.updateDeviceFlags(step.xml, Device.VIR_DOMAIN_DEVICE_MODIFY_LIVE);
      break;
    case 'media':
      changeMedium(domain, step.xml);
      break;
    case 'iotune':
      domain.setBlockIoTune(step.disk, step.params, LIVE);
      break;
    case 'balloon-statistics':
      domain.setMemoryStatsPeriod(step.seconds, LIVE);
      break;
    case 'metadata':
      domain.setMetadata(METADATA[step.what], step.value, step.key, step.namespace, LIVE);
      break;
    case 'memory':
      domain.setMemoryFlags(step.kib, Memory.VIR_DOMAIN_MEM_LIVE);
      break;
    case 'vcpus':
      domain.setVcpusFlags(step.count, Vcpu.VIR_DOMAIN_VCPU_LIVE);
      break;
    case 'vcpu':
      domain.setVcpu(String(step.id), step.enabled, LIVE);
      break;
    default:
      tune(domain, step, hostCpus);
      break;
  }
}

type Tuning = Exclude<
  LiveStep,
  {
    do:
      | 'attach'
      | 'detach'
      | 'update'
      | 'media'
      | 'iotune'
      | 'balloon-statistics'
      | 'metadata'
      | 'memory'
      | 'vcpus'
      | 'vcpu';
  }
>;

function tune(domain: Domain, step: Tuning, hostCpus: () => number): void {
  switch (step.do) {
    case 'scheduler':
      domain.setSchedulerParametersFlags(step.params, LIVE);
      break;
    case 'memory-limits':
      domain.setMemoryParameters(step.params, LIVE);
      break;
    case 'block-weights':
      domain.setBlkioParameters(step.params, LIVE);
      break;
    case 'numa':
      domain.setNumaParameters(step.params, LIVE);
      break;
    case 'perf':
      domain.setPerfEvents(step.params, LIVE);
      break;
    case 'vcpu-pin':
      domain.pinVcpuFlags(step.vcpu, cpuMapOf(step.cpuset, hostCpus()), LIVE);
      break;
    case 'emulator-pin':
      domain.pinEmulator(cpuMapOf(step.cpuset, hostCpus()), LIVE);
      break;
    case 'iothread-pin':
      domain.pinIOThread(step.iothread, cpuMapOf(step.cpuset, hostCpus()), LIVE);
      break;
    case 'iothread':
      changeIothread(domain, step);
      break;
    case 'lifecycle':
      domain.setLifecycleAction(step.event, step.action, LIVE);
      break;
  }
}

/**
 * Gently, so that the guest can let go of the medium; by force only where it does not, because force takes away what
 * the guest may be reading. Everything else that is wrong is told as it is.
 */
function changeMedium(domain: Domain, xml: string): void {
  try {
    domain.updateDeviceFlags(xml, Device.VIR_DOMAIN_DEVICE_MODIFY_LIVE);
  } catch (error) {
    if (!guestHoldsTray(error)) throw error;
    domain.updateDeviceFlags(
      xml,
      Device.VIR_DOMAIN_DEVICE_MODIFY_LIVE | Device.VIR_DOMAIN_DEVICE_MODIFY_FORCE,
    );
  }
}

/**
 * How QEMU's driver tells that the guest has locked the tray, has not opened it in time, or has closed it again: texts
 * of QEMU, which libvirt passes on as internal errors, and of libvirt itself, as failed operations. Neither has a code
 * of its own.
 */
const TRAY =
  /Device '[^']*' is locked|timed out waiting (to open tray of|for disk tray)|Tray of device '[^']*' is not open/i;
const TRAY_CODES: readonly number[] = [
  virErrorNumber.VIR_ERR_INTERNAL_ERROR,
  virErrorNumber.VIR_ERR_OPERATION_FAILED,
];

function guestHoldsTray(error: unknown): boolean {
  return error instanceof LibvirtError && TRAY_CODES.includes(error.code) && TRAY.test(error.message);
}

function changeIothread(domain: Domain, step: Extract<LiveStep, { do: 'iothread' }>): void {
  if (step.what === 'remove') {
    domain.delIOThread(step.id, LIVE);
    return;
  }
  if (step.what === 'add') domain.addIOThread(step.id, LIVE);
  if (step.params && Object.keys(step.params).length > 0) {
    domain.setIOThreadParams(step.id, step.params, LIVE);
  }
}
