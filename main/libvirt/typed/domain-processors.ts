import { lastError } from '../binding/errors.ts';
import { copyOf, free, pointerAt, textAt } from '../binding/libc.ts';
import { native } from '../binding/native.ts';
import { checkedText } from '../binding/numbers.ts';
import { decodeParams, parameterSize, type TypedParams } from '../binding/params.ts';
import { decodeStructs, layoutOf } from '../binding/structs.ts';
import type { VcpuInfo } from '../generated/structs.ts';
import { DomainMemory } from './domain-memory.ts';

/** A virtual processor, and the host processors it may run on: the lowest bit of the first byte is 0. */
export type VcpuState = VcpuInfo & { cpumap: Uint8Array };

/** libvirt's own limit on what one call may bring. */
const mostCPUs = 128;

/** Calls about virtual processors, and those that pass file descriptors. */
export abstract class DomainProcessors extends DomainMemory {
  /**
   * Since 0.1.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpus
   * @param maxinfo virtual processors to tell of
   * @param maplen bytes per map: an eighth of the host's processors
   */
  getVcpus(maxinfo: number, maplen: number): VcpuState[] {
    const { size } = layoutOf('virVcpuInfo');
    const infos = new Uint8Array(Math.max(1, maxinfo) * size);
    const maps = new Uint8Array(Math.max(1, maxinfo * maplen));
    const count = native.virDomainGetVcpus(this.address, infos, maxinfo, maplen > 0 ? maps : null, maplen);
    if (count < 0) throw lastError('virDomainGetVcpus');
    return decodeStructs('virVcpuInfo', infos, Math.min(count, maxinfo)).map((info, index) => ({
      number: Number(info.number),
      state: Number(info.state),
      cpuTime: Number(info.cpuTime),
      cpu: Number(info.cpu),
      cpumap: maps.slice(index * maplen, (index + 1) * maplen),
    }));
  }

  /**
   * Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpuPinInfo
   * @param ncpumaps virtual processors to tell of
   * @param maplen bytes per map: an eighth of the host's processors
   */
  getVcpuPinInfo(ncpumaps: number, maplen: number, flags = 0): Uint8Array[] {
    const maps = new Uint8Array(Math.max(1, ncpumaps * maplen));
    const count = native.virDomainGetVcpuPinInfo(this.address, ncpumaps, maps, maplen, flags);
    if (count < 0) throw lastError('virDomainGetVcpuPinInfo');
    const filled = Math.min(count, ncpumaps);
    return Array.from({ length: filled }, (_, index) => maps.slice(index * maplen, (index + 1) * maplen));
  }

  /**
   * Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetCPUStats
   * @param startCpu the first processor of the host; -1 for the total of all (then ncpus is 1)
   * @param ncpus how many of them
   * @returns one entry per processor
   */
  getCPUStats(startCpu: number, ncpus: number, flags = 0): TypedParams[] {
    const ask = (bytes: Uint8Array | null, params: number, start: number, cpus: number) => {
      const filled = native.virDomainGetCPUStats(this.address, bytes, params, start, cpus, flags);
      if (filled < 0) throw lastError('virDomainGetCPUStats');
      return filled;
    };
    const perCPU = ask(null, 0, startCpu, 1);
    const entries: TypedParams[] = [];
    for (let done = 0; done < ncpus && perCPU > 0; done += mostCPUs) {
      const cpus = Math.min(mostCPUs, ncpus - done);
      const bytes = new Uint8Array(cpus * perCPU * parameterSize);
      const filled = Math.min(ask(bytes, perCPU, startCpu < 0 ? startCpu : startCpu + done, cpus), perCPU);
      for (let cpu = 0; cpu < cpus; cpu++) {
        entries.push(decodeParams(bytes.subarray(cpu * perCPU * parameterSize), filled));
      }
      native.virTypedParamsClear(bytes, cpus * perCPU);
    }
    return entries;
  }

  /**
   * Since 8.2.0. https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuMonitorCommandWithFiles
   * @returns the answer, and file descriptors that are now the caller's
   */
  qemuMonitorCommandWithFiles(
    cmd: string,
    infiles: readonly number[],
    flags = 0,
  ): { result: string | null; outfiles: number[] } {
    const count = new Uint32Array(1);
    const files = new DataView(new ArrayBuffer(8));
    const text = new DataView(new ArrayBuffer(8));
    const done = native.virDomainQemuMonitorCommandWithFiles(
      this.address,
      checkedText(cmd, false, 'virDomainQemuMonitorCommandWithFiles: cmd'),
      infiles.length,
      Int32Array.from(infiles),
      count,
      files.buffer,
      text.buffer,
      flags,
    );
    if (done < 0) throw lastError('virDomainQemuMonitorCommandWithFiles');
    const answer = {
      result: textAt(pointerAt(text, 0)),
      outfiles: takeInts(pointerAt(files, 0), count[0] ?? 0),
    };
    free(pointerAt(text, 0));
    return answer;
  }

  /**
   * Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-lxc.html#virDomainLxcOpenNamespace
   * @returns file descriptors that are now the caller's
   */
  lxcOpenNamespace(flags = 0): number[] {
    const files = new DataView(new ArrayBuffer(8));
    const count = native.virDomainLxcOpenNamespace(this.address, files.buffer, flags);
    if (count < 0) throw lastError('virDomainLxcOpenNamespace');
    return takeInts(pointerAt(files, 0), count);
  }
}

/** Reads an allocated array of int and frees it. */
function takeInts(address: bigint | null, count: number): number[] {
  if (address === null) return [];
  const ints = Array.from(new Int32Array(copyOf(address, count * 4).buffer));
  free(address);
  return ints;
}
