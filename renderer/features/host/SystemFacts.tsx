import type { HostDetails } from '../../../contract/index.ts';
import { type Capabilities, Sysinfo } from '../../../model/index.ts';
import { type Fact, Facts, Section } from '../../ui/Facts.tsx';
import { pieceOf, tell, yesNo } from './told.tsx';

/** What the firmware says of the host's hardware. */
export function SystemFacts({ details }: { details: HostDetails }) {
  const xml = pieceOf(details.sysinfo);
  const facts = xml === null ? null : read(xml);
  return (
    <Section title="Hardware">
      <Facts
        facts={facts ?? [{ label: 'Firmware tables', value: tell(details.sysinfo, () => 'Cannot be read') }]}
      />
    </Section>
  );
}

/** Null: it is no document that can be read. */
function read(xml: string): Fact[] | null {
  try {
    const info = Sysinfo.parse(xml);
    const of = (entries: Sysinfo['bios'], name: string) =>
      entries.find((entry) => entry.name === name)?.value;
    const [processor] = info.processors.all;
    return [
      { label: 'Made by', value: of(info.system, 'manufacturer') },
      { label: 'Product', value: of(info.system, 'product') },
      { label: 'Version', value: of(info.system, 'version') },
      { label: 'Serial number', value: of(info.system, 'serial') },
      { label: 'Firmware', value: join(of(info.bios, 'vendor'), of(info.bios, 'version')) },
      { label: 'Firmware of', value: of(info.bios, 'date') },
      { label: 'Processor', value: processor && of(processor.entries, 'version') },
      { label: 'Memory modules', value: info.memoryDevices.length || null },
    ];
  } catch {
    return null;
  }
}

function join(...parts: (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

/** How guests are kept apart, and what the host can do with running ones. */
export function SecurityFacts({
  details,
  capabilities,
}: {
  details: HostDetails;
  capabilities: Capabilities | null;
}) {
  const host = capabilities?.host;
  const models = host?.securityModels.all.map((one) => one.model ?? '').filter((model) => model !== '') ?? [];
  return (
    <Section title="Security and migration">
      <Facts
        facts={[
          {
            label: 'Security model',
            value: tell(details.securityModel, ({ model, doi }) =>
              model === '' || model === 'none'
                ? 'None'
                : doi === '' || doi === '0'
                  ? model
                  : `${model} (DOI ${doi})`,
            ),
          },
          { label: 'All models', value: models.length > 1 ? models.join(', ') : null },
          { label: 'IOMMU', value: typeof host?.iommu === 'boolean' ? yesNo(host.iommu) : null },
          {
            label: 'Migration',
            value: host && (host.liveMigration ? 'Live migration is possible' : 'Not while machines run'),
          },
          { label: 'By', value: host?.migrationTransports.join(', ') },
          { label: 'Suspend', value: host && suspends(host) },
          { label: 'Host UUID', value: host?.uuid },
        ]}
      />
    </Section>
  );
}

function suspends(host: Capabilities['host']): string {
  const ways = [
    host.suspendMem && 'to memory',
    host.suspendDisk && 'to disk',
    host.suspendHybrid && 'hybrid',
  ];
  return ways.filter(Boolean).join(', ');
}
