import { beforeEach, expect, it } from 'vitest';
import { defaults } from '../../../../test/fixtures/wizardHost.ts';
import { resetWizard, useWizard } from '../wizardStore.ts';
import { changePlatform, resetPlatform } from './changePlatform.ts';

const choices = () => useWizard.getState().draft.platform;
beforeEach(resetWizard);

it('keeps only what differs from the defaults', () => {
  changePlatform(defaults(), 'graphics', 'spice');
  changePlatform(defaults(), 'tablet', false);
  expect(choices()).toEqual({ graphics: 'spice', tablet: false });
  changePlatform(defaults(), 'graphics', 'vnc');
  expect(choices()).toEqual({ tablet: false });
});

it('does not take what does not fit the field', () => {
  changePlatform(defaults(), 'tpm', '3.0');
  changePlatform(defaults(), 'hotplugPorts', 1000);
  expect(choices()).toEqual({});
});

it('goes back to the default in one field, or in all', () => {
  changePlatform(defaults(), 'rng', false);
  changePlatform(defaults(), 'balloon', false);
  resetPlatform('rng');
  expect(choices()).toEqual({ balloon: false });
  resetPlatform();
  expect(choices()).toEqual({});
});
