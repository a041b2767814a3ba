import { shellCommand, shellQuote, virshOn } from '../../../model/index.ts';
import type { Artifact, SeedArtifact } from '../plan/types.ts';
import { fileName, remark } from './words.ts';

/** How what is made before the machine is made by hand. Definitions of volumes are in files named after them. */
export function artifactCommands(uri: string, artifact: Artifact): string[] {
  const virsh = (...words: string[]) => virshOn(uri, ...words);
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
      return [...seedCommands(artifact), ...uploaded(uri, pool, name)];
    case 'boot-file':
      return [
        shellCommand('curl', '-fL', '-o', fileName(name), artifact.source),
        ...(artifact.injects === null ? [] : injected(name, artifact.injects)),
        ...uploaded(uri, pool, name),
      ];
  }
}

/** A small disk with files that the guest knows by its label. */
function seedCommands({ name, disk }: SeedArtifact): string[] {
  const { format, label, files } = disk;
  const list = files.join(', ');
  if (format === 'iso') {
    return [
      remark(`${name}: an ISO image of ${list}, which the guest knows by the label ${label}.`),
      shellCommand(
        ...['xorriso', '-as', 'mkisofs', '-quiet', '-J', '-r', '-V', label],
        ...['-o', fileName(name), ...files.map(fileName)],
      ),
    ];
  }
  return [
    remark(`${name}: a FAT disk of ${list}, which the guest knows by the label ${label}.`),
    shellCommand('mformat', '-C', '-i', fileName(name), '-f', '1440', '-v', label, '::'),
    shellCommand('mcopy', '-i', fileName(name), ...files.map(fileName), '::'),
  ];
}

/** An archive after that of the initrd: the kernel unpacks both. */
function injected(initrd: string, file: string): string[] {
  return [
    remark(`${file} goes into the initrd.`),
    `echo ${shellQuote(file)} | cpio -o -H newc --quiet | gzip >> ${shellQuote(fileName(initrd))}`,
  ];
}

function uploaded(uri: string, pool: string, name: string): string[] {
  const virsh = (...words: string[]) => virshOn(uri, ...words);
  const size = `"$(stat -c %s ${shellQuote(fileName(name))})"`;
  return [
    `${virsh('vol-create-as', '--pool', pool, '--name', name, '--format', 'raw', '--capacity')} ${size}`,
    virsh('vol-upload', '--pool', pool, '--vol', name, '--file', fileName(name)),
  ];
}
