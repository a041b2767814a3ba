import type { Graphics } from '../../../../../../model/index.ts';
import { FieldGroup, optionsFrom, SelectField, TriStateField } from '../../../fields/index.ts';

const IMAGES = {
  auto_glz: 'Lossless, by itself (GLZ)',
  auto_lz: 'Lossless, by itself (LZ)',
  quic: 'QUIC',
  glz: 'GLZ',
  lz: 'LZ',
  off: 'Not at all',
};
const WAN = { auto: 'On slow lines', never: 'Never', always: 'Always' };
const STREAMS = { filter: 'Fast changing parts only', all: 'Every moving part', off: 'Never' };
const MICE = { client: 'The client’s pointer', server: 'The guest’s pointer' };

/** What SPICE clients may do, and how pictures and sound travel. */
export function SpiceFields({ device }: { device: Graphics }) {
  return (
    <>
      <FieldGroup title="What clients may do">
        <TriStateField of={device} field="clipboard" label="Share the clipboard" none="Default: yes" />
        <TriStateField of={device} field="fileTransfer" label="Drop files" none="Default: yes" />
        <SelectField
          of={device}
          field="mouse"
          label="Mouse"
          options={optionsFrom(['client', 'server'], null, MICE)}
        />
        <SelectField
          of={device}
          field="defaultMode"
          label="Encryption"
          none="As the client likes"
          options={optionsFrom(['any', 'secure', 'insecure'], null, {
            any: 'As the client likes (set)',
            secure: 'Required',
            insecure: 'None',
          })}
        />
      </FieldGroup>
      <FieldGroup title="Compression">
        <SelectField
          of={device}
          field="imageCompression"
          label="Pictures"
          options={optionsFrom(Object.keys(IMAGES), null, IMAGES)}
        />
        <SelectField
          of={device}
          field="jpegCompression"
          label="Photographs (JPEG)"
          options={optionsFrom(Object.keys(WAN), null, WAN)}
        />
        <SelectField
          of={device}
          field="zlibCompression"
          label="Again, with zlib"
          options={optionsFrom(Object.keys(WAN), null, WAN)}
        />
        <TriStateField of={device} field="playbackCompression" label="Sound" none="Default: on" />
        <SelectField
          of={device}
          field="streaming"
          label="As a video"
          options={optionsFrom(Object.keys(STREAMS), null, STREAMS)}
        />
      </FieldGroup>
    </>
  );
}
