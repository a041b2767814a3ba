import { type ApiError, apiError } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { lookAtHostPath } from './hostFiles.ts';

export interface ContainerFiles {
  /** The folder that becomes its root; null: it has the host's. */
  readonly root: string | null;
  /** The first program, as the container sees it. */
  readonly init: string;
}

export interface CheckedContainer {
  readonly warnings: readonly string[];
  readonly problems: readonly ApiError[];
}

/** Looks whether a container would have something to run, as far as that can be seen from here. */
export async function checkContainer(host: Hypervisor, files: ContainerFiles): Promise<CheckedContainer> {
  const { root, init } = files;
  const wrong = [root, init].filter((path) => path !== null && !path.startsWith('/'));
  if (wrong.length > 0) {
    const problems = wrong.map((path) => apiError('invalid', `${path} is no complete path.`, BEGIN));
    return { warnings: [], problems };
  }
  return root === null ? checkProgram(host, init) : checkRoot(host, root, init);
}

const BEGIN = 'Enter a path that begins with a slash.';

/** A program of the host. */
async function checkProgram(host: Hypervisor, init: string): Promise<CheckedContainer> {
  const there = await lookAtHostPath(host, init);
  if (there === null || there === 'file') return { warnings: [], problems: [] };
  const words = `There is no program ${init} on ${host.connection.name}.`;
  const kind = there === 'missing' ? 'not-found' : 'invalid';
  return { warnings: [], problems: [apiError(kind, words, 'Choose another one.')] };
}

async function checkRoot(host: Hypervisor, root: string, init: string): Promise<CheckedContainer> {
  const there = await lookAtHostPath(host, root);
  if (there !== null && there !== 'folder') {
    const words = `There is no folder ${root} on ${host.connection.name}.`;
    const hint =
      'Put a system into a folder of the host first, for example: debootstrap stable /srv/containers/web1';
    return {
      warnings: [],
      problems: [apiError(there === 'missing' ? 'not-found' : 'invalid', words, hint)],
    };
  }
  const warnings: string[] = [];
  if (/^\/+$/.test(root)) {
    warnings.push('The container has all files of the host, and root in it can change them.');
  }
  const program = await lookAtHostPath(host, `${root.replace(/\/+$/, '')}${init}`);
  // A link in it that begins with a slash leads elsewhere from here than from inside: no reason to refuse.
  if (program === 'missing') {
    warnings.push(`${init} was not found in ${root}; the container starts only if it is there.`);
  }
  return { warnings, problems: [] };
}
