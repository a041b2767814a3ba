import { UnstyledButton } from '@mantine/core';
import { IconServer2 } from '@tabler/icons-react';
import classes from './ConnectionDialog.module.css';
import { useOffers } from './useOffers.ts';

interface OffersProps {
  chosen: string;
  onChoose: (uri: string) => void;
}

/** What was found on this machine, to begin with. */
export function Offers({ chosen, onChoose }: OffersProps) {
  const offers = useOffers();
  if (offers?.length === 0) return null;
  return (
    <section aria-label="Found on this machine" className={classes.found} aria-busy={!offers}>
      <h3>On this machine</h3>
      {!offers && <span className={classes.dim}>Looking…</span>}
      {offers?.map(({ uri, title, detail }) => (
        <UnstyledButton
          key={uri}
          className={classes.offer}
          title={detail ? `${uri}\n${detail}` : uri}
          aria-pressed={chosen === uri}
          onClick={() => onChoose(uri)}
        >
          <IconServer2 size={15} aria-hidden />
          {title}
        </UnstyledButton>
      ))}
    </section>
  );
}
