/** libvirt's connection URIs: read, write, explain and check. */

export { LOCAL_QEMU, withHypervisor, withTransport } from './build.ts';
export { checkUri, type UriProblem } from './check.ts';
export { formatUri } from './format.ts';
export { hypervisorOf, type UriHypervisor, uriHypervisors } from './hypervisors.ts';
export {
  parameterFor,
  parametersFor,
  reachOf,
  type UriParameter,
  type UriParameterKind,
  uriParameters,
} from './parameters.ts';
export { parseUri } from './parse.ts';
export {
  isOn,
  type ParsedUri,
  parameterOf,
  type UriParameterValue,
  type UriParts,
  withParameter,
} from './parts.ts';
export { transportOf, type UriTransport, uriTransports } from './transports.ts';
