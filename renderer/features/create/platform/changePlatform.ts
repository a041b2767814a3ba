import { Platform, PlatformChoices, type PlatformDefaults } from '../../../../contract/index.ts';
import { setDraft, useWizard } from '../wizardStore.ts';

/**
 * Chooses a value of the platform. One that is the default again is no choice any more. What does not fit
 * the field (while a number is being typed) is not taken.
 */
export function changePlatform(
  defaults: PlatformDefaults,
  field: keyof Platform,
  value: string | number | boolean,
): void {
  const { platform } = useWizard.getState().draft;
  if (!Platform.shape[field].safeParse(value).success) return;
  const { [field]: _, ...rest } = platform;
  const next = defaults.platform[field] === value ? rest : { ...rest, [field]: value };
  setDraft({ platform: PlatformChoices.parse(next) });
}

/** Back to the defaults, in one field or in all. */
export function resetPlatform(field?: keyof Platform): void {
  const { platform } = useWizard.getState().draft;
  if (field === undefined) {
    setDraft({ platform: {} });
    return;
  }
  const { [field]: _, ...rest } = platform;
  setDraft({ platform: rest });
}
