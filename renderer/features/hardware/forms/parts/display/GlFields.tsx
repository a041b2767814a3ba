import type { Graphics } from '../../../../../../model/index.ts';
import { FieldGroup, TextField, TriStateField } from '../../../fields/index.ts';
import { pathProblem } from '../checks.ts';
import { Remark } from '../Remark.tsx';

/** OpenGL with the host's graphics card. */
export function GlFields({ device }: { device: Graphics }) {
  if (!['spice', 'egl-headless', 'dbus', 'sdl'].includes(device.type ?? '')) return null;
  const far = device.type === 'spice' && device.gl && device.listens.at(0)?.type === 'address';
  return (
    <FieldGroup title="OpenGL">
      {device.type !== 'egl-headless' && (
        <TriStateField
          of={device}
          field="gl"
          label="OpenGL"
          hint="Drawn by the host’s graphics card; the video card has to be VirtIO with 3D."
          none="Default: off"
        />
      )}
      {device.type !== 'sdl' && (
        <TextField
          of={device}
          field="renderNode"
          label="Render node"
          placeholder="The first that is usable"
          check={pathProblem}
        />
      )}
      {far && (
        <Remark warning>
          SPICE shows OpenGL on the host itself only: with it the display cannot listen at an address. Choose
          “Nowhere” or a socket.
        </Remark>
      )}
    </FieldGroup>
  );
}
