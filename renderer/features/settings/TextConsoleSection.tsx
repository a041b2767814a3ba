import { Group, NumberInput } from '@mantine/core';
import { Section } from '../../ui/Facts.tsx';
import { MAX_LINES, MIN_LINES } from '../console/text/scrollback.ts';
import {
  MAX_FONT,
  MIN_FONT,
  saveFontSize,
  saveScrollback,
  useTextSettings,
} from '../console/text/textSettings.ts';

/** How serial and other text consoles are shown. */
export function TextConsoleSection() {
  const { lines, fontSize } = useTextSettings();
  return (
    <Section title="Text consoles">
      <Group mt={6} align="flex-start" gap="md">
        <NumberInput
          maw={300}
          label="Lines kept above the screen"
          description={`${MIN_LINES.toLocaleString('en')} to ${MAX_LINES.toLocaleString('en')}; fewer where lines are very wide, so that one console takes 96 MB at most.`}
          min={MIN_LINES}
          max={MAX_LINES}
          step={1000}
          allowDecimal={false}
          thousandSeparator=","
          value={lines}
          onChange={(value) => {
            if (typeof value === 'number' && value >= MIN_LINES && value <= MAX_LINES) saveScrollback(value);
          }}
        />
        <NumberInput
          maw={240}
          label="Size of letters"
          description="In pixels. Ctrl + and Ctrl − change it in the console."
          allowDecimal={false}
          min={MIN_FONT}
          max={MAX_FONT}
          value={fontSize}
          onChange={(value) => {
            if (typeof value === 'number' && value >= MIN_FONT && value <= MAX_FONT) saveFontSize(value);
          }}
        />
      </Group>
    </Section>
  );
}
