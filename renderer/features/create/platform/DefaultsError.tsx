import { ErrorView } from '../../../ui/ErrorView.tsx';
import { askAgain, useWizard } from '../wizardStore.ts';

/** The defaults could not be had; the question is asked again on request. */
export function DefaultsError() {
  const error = useWizard((state) => state.defaults.error);
  if (!error) return null;
  return <ErrorView title="The host could not be asked what fits" error={error} again={askAgain} />;
}
