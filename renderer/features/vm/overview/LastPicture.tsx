import { UnstyledButton } from '@mantine/core';
import { type DomainRef, type DomainRow, isActive } from '../../../../contract/index.ts';
import { machineName } from '../../../state/machineName.ts';
import { navigate } from '../../../state/route.ts';
import { Section } from '../../../ui/Facts.tsx';
import { useShownFrame } from '../../console/lastFrames.ts';
import { useLastFrame } from '../../console/useLastFrame.ts';
import classes from './Overview.module.css';

/** What the machine's display showed when it was last looked at; nothing where nobody has. Leads to the console. */
export function LastPicture({ domain, row }: { domain: DomainRef; row: DomainRow }) {
  const now = useShownFrame(domain, null);
  const before = useLastFrame(domain, null, now === undefined);
  const picture = now ?? before?.picture;
  if (picture === undefined) return null;
  const name = machineName(row);
  return (
    <Section title="Last seen">
      <UnstyledButton
        className={classes.picture}
        data-off={!isActive(row) || undefined}
        onClick={() => navigate({ page: 'machine', ...domain, tab: 'console' }, { replace: true })}
      >
        <img src={picture} alt={`${name} when its display was last seen. Open the console`} />
      </UnstyledButton>
    </Section>
  );
}
