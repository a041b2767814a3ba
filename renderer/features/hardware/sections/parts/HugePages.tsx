import type { Domain } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup, SwitchField } from '../../fields/index.ts';
import { SizeCell, TextCell } from './Cells.tsx';
import { type HostFacts, useHostFacts } from './hostFacts.ts';
import classes from './Rows.module.css';
import { AddButton, Row, Rows } from './Rows.tsx';
import { setProblem } from './sets.ts';

const MIB = 1024 ** 2;

/** Memory in large pages of the host. */
export function HugePages({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const facts = useHostFacts();
  const { pages, hugepages } = domain.memoryBacking;
  const sizes = sizesOf(facts);
  return (
    <FieldGroup title="Huge pages">
      <SwitchField
        of={domain.memoryBacking}
        field="hugepages"
        label="Huge pages"
        hint={
          facts && sizes.length === 0
            ? 'The host tells of none.'
            : 'The host has to have enough of them free.'
        }
      />
      {hugepages && (
        <Rows
          label="Sizes of huge pages"
          columns={['Size', 'For cells of the guest']}
          widths="minmax(150px, 200px) minmax(100px, 180px)"
          minWidth={300}
          empty="Of the host’s usual size."
          buttons={
            <AddButton
              label="Choose a size"
              onClick={() =>
                edit.change((next) => next.memoryBacking.pages.add({ size: sizes[0] ?? 2 * MIB }))
              }
            />
          }
        >
          {pages.all.map((page, index) => (
            <Row
              key={edit.ids.of(page)}
              removeLabel={`Remove size ${index + 1}`}
              onRemove={() =>
                edit.change((next) => {
                  next.memoryBacking.pages.remove(page);
                  next.memoryBacking.hugepages = true;
                })
              }
            >
              <SizeCell of={page} field="size" label={`Size ${index + 1}`} optional={false} min={4096} />
              <TextCell
                of={page}
                field="nodeset"
                label={`Cells of size ${index + 1}`}
                placeholder="All"
                check={(text) => setProblem(text)}
              />
            </Row>
          ))}
        </Rows>
      )}
      {hugepages && sizes.length > 0 && (
        <p className={classes.empty}>The host has pages of {sizes.map(inWords).join(' and ')}.</p>
      )}
    </FieldGroup>
  );
}

/** Sizes of pages that the host has, but for the usual one. */
function sizesOf(facts: HostFacts | null): number[] {
  const all =
    facts?.capabilities.host.cpu.pages.all.flatMap(({ size }) => (size === null ? [] : [size])) ?? [];
  return all.filter((size) => size > 64 * 1024);
}

function inWords(bytes: number): string {
  return bytes >= 1024 * MIB ? `${bytes / (1024 * MIB)} GiB` : `${bytes / MIB} MiB`;
}
