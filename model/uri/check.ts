import { hypervisorOf, otherDrivers, uriHypervisors } from './hypervisors.ts';
import { parameterFor, reachOf, uriParameters } from './parameters.ts';
import { isOn, parameterOf, type UriParts } from './parts.ts';
import { transportOf, uriTransports } from './transports.ts';

/** Something about a URI that the user should know. */
export interface UriProblem {
  /** Which part it is about; `parameter:NAME` for parameters. */
  readonly field: 'driver' | 'transport' | 'user' | 'host' | 'port' | 'path' | `parameter:${string}`;
  /** `error`: libvirt refuses it. `danger`: it works, and takes protection away. `note`: it has no effect. */
  readonly severity: 'error' | 'danger' | 'note';
  readonly message: string;
}

/** What is wrong with a URI as far as can be told without connecting; the order is that of the URI. */
export function checkUri(parts: UriParts): UriProblem[] {
  return [...checkDriver(parts), ...checkPlace(parts), ...checkPath(parts), ...checkParameters(parts)];
}

function checkDriver(parts: UriParts): UriProblem[] {
  const { driver, transport } = parts;
  const problems: UriProblem[] = [];
  if (!uriHypervisors.some((one) => one.driver === driver) && !otherDrivers.includes(driver)) {
    const message = `libvirt has no driver "${driver}". It has ${listOf(uriHypervisors.map((one) => one.driver))}.`;
    problems.push({ field: 'driver', severity: 'error', message });
  }
  const known = transportOf(parts);
  if (!known) {
    const message = `libvirt has no transport "${transport}". It has ${listOf(uriTransports.flatMap(({ id }) => id ?? []))}.`;
    problems.push({ field: 'transport', severity: 'error', message });
  } else if (!known.encrypted && known.id === 'tcp') {
    const message =
      'TCP is not encrypted: passwords and screens can be read on the way, unless SASL protects them.';
    problems.push({ field: 'transport', severity: 'danger', message });
  }
  return problems;
}

function checkPlace(parts: UriParts): UriProblem[] {
  const { host, port, user } = parts;
  const problems: UriProblem[] = [];
  const transport = transportOf(parts);
  const needsHost = reachOf(parts) === 'own' || transport?.host === 'required';
  if (needsHost && host === '') {
    problems.push({ field: 'host', severity: 'error', message: 'Which host? Type its name or address.' });
  }
  if (transport?.host === 'none' && host !== '') {
    const message = 'A UNIX socket is on this machine: leave the host out, or take another transport.';
    problems.push({ field: 'host', severity: 'error', message });
  }
  if (/\s/.test(host)) {
    problems.push({ field: 'host', severity: 'error', message: 'A host name has no spaces.' });
  }
  // A name like -oProxyCommand=... would be an option of ssh (CVE-2017-1000117 and its relatives).
  if (host.startsWith('-') || user?.startsWith('-')) {
    const field = host.startsWith('-') ? 'host' : 'user';
    problems.push({
      field,
      severity: 'error',
      message: 'A name that begins with a hyphen would be read as an option.',
    });
  }
  if (port !== null && host === '') {
    problems.push({ field: 'port', severity: 'note', message: 'Without a host the port means nothing.' });
  }
  if (user?.includes(':')) {
    const message = 'A password has no place in a URI: it is shown in lists and logs. Virtdeck asks for it.';
    problems.push({ field: 'user', severity: 'danger', message });
  } else if (user !== null && transport && !transport.usesUser && reachOf(parts) === 'daemon') {
    const message = `With ${transport.label} the user in the URI means nothing; the daemon asks for one where it needs it.`;
    problems.push({ field: 'user', severity: 'note', message });
  }
  return problems;
}

function checkPath(parts: UriParts): UriProblem[] {
  const { driver, path } = parts;
  const same = uriHypervisors.filter((one) => one.driver === driver);
  if (same.length === 0 || hypervisorOf(parts)) return [];
  const message = `The path is one of ${listOf(same.map((one) => one.path))}.`;
  // Some drivers ignore it, and others know paths for tests: libvirt decides.
  const severity = driver === 'qemu' && path !== '/embed' ? 'error' : 'note';
  return [{ field: 'path', severity, message }];
}

function checkParameters(parts: UriParts): UriProblem[] {
  const problems = parts.parameters.flatMap(({ name, value }): UriProblem[] => {
    const field = `parameter:${name}` as const;
    const known = parameterFor(parts, name);
    if (!known) {
      const elsewhere = uriParameters.some((one) => one.name === name);
      const message = elsewhere
        ? `With this hypervisor and transport "${name}" means nothing.`
        : `libvirt does not know "${name}"; it is passed on to the driver.`;
      return [{ field, severity: 'note', message }];
    }
    if (known.dangerous && isOn(parts, name))
      return [{ field, severity: 'danger', message: known.explanation }];
    if (known.kind.type === 'flag' && !/^\s*[+-]?\d+\s*$/.test(value)) {
      return [{ field, severity: 'error', message: `"${name}" is 1 or 0.` }];
    }
    if (known.kind.type !== 'choice') return [];
    const { choices, several } = known.kind;
    const given = several ? value.split(',') : [value];
    const wrong = given.find((one) => !choices.some((choice) => choice.value === one));
    if (wrong === undefined) return [];
    const message = `"${wrong}" is none of ${listOf(choices.map((choice) => choice.value))}.`;
    return [{ field, severity: 'error', message }];
  });
  if (parts.transport === 'ext' && !parameterOf(parts, 'command')) {
    const message = 'An own command needs the program to run.';
    problems.push({ field: 'parameter:command', severity: 'error', message });
  }
  if (parameterOf(parts, 'known_hosts_verify') === 'ignore') {
    const message = 'Any host key is accepted: anybody on the way can pretend to be the host.';
    problems.push({ field: 'parameter:known_hosts_verify', severity: 'danger', message });
  }
  return problems;
}

function listOf(words: readonly string[]): string {
  return [...new Set(words)].join(', ');
}
