import { Button } from '@mantine/core';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { useWizard } from '../wizardStore.ts';

/** The defaults could not be had; the question is asked again on request. */
export function DefaultsError() {
  const { defaults, offer } = useWizard();
  if (!defaults.error) return null;
  return (
    <ErrorView title="The host could not be asked what fits" error={defaults.error}>
      <Button
        variant="default"
        onClick={() =>
          // Another object of the same offer: what depends on it is asked again.
          useWizard.setState({
            defaults: { key: '', value: null, error: null },
            offer: offer && { ...offer },
          })
        }
      >
        Try again
      </Button>
    </ErrorView>
  );
}
