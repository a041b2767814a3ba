import type { Artifact } from '../plan/types.ts';
import { command, fileName, quote, remark } from './quote.ts';

/** How what is made before the machine is made by hand. Definitions of volumes are in files named after them. */
export function artifactCommands(uri: string, artifact: Artifact): string[] {
  const virsh = (...words: string[]) => command('virsh', '-c', uri, ...words);
  const { pool, name } = artifact;
  const xml = fileName(`${name}.xml`);
  switch (artifact.kind) {
    case 'volume': {
      const whole = artifact.preallocate && artifact.xml.includes("'qcow2'") ? ['--prealloc-metadata'] : [];
      return [virsh('vol-create', '--pool', pool, '--file', xml, ...whole)];
    }
    case 'overlay':
      return [virsh('vol-create', '--pool', pool, '--file', xml)];
    case 'copy': {
      const { source, capacity } = artifact;
      const made = virsh(
        ...['vol-create-from', '--pool', pool, '--file', xml],
        ...['--vol', source.volume, '--inputpool', source.pool],
      );
      if (capacity === null) return [made];
      return [made, virsh('vol-resize', '--vol', name, '--pool', pool, '--capacity', `${capacity}B`)];
    }
    case 'seed':
      return [
        remark(
          `${name}: an ISO image with the documents for the guest, by the volume label cidata for cloud-init.`,
        ),
        command(
          ...['xorriso', '-as', 'mkisofs', '-quiet', '-J', '-r', '-V', 'cidata'],
          ...['-o', fileName(name), 'user-data', 'meta-data'],
        ),
        ...uploaded(uri, pool, name),
      ];
    case 'boot-file':
      return [command('curl', '-fL', '-o', fileName(name), artifact.source), ...uploaded(uri, pool, name)];
  }
}

function uploaded(uri: string, pool: string, name: string): string[] {
  const virsh = (...words: string[]) => command('virsh', '-c', uri, ...words);
  const size = `"$(stat -c %s ${quote(fileName(name))})"`;
  return [
    `${virsh('vol-create-as', '--pool', pool, '--name', name, '--format', 'raw', '--capacity')} ${size}`,
    virsh('vol-upload', '--pool', pool, '--vol', name, '--file', fileName(name)),
  ];
}
