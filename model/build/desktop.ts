import type { Audio, Sound } from '../device/audio.ts';
import type { Graphics, Input, Video } from '../device/display.ts';
import type { Domain } from '../domain/domain.ts';
import type { Init } from '../field/index.ts';

/** A display server on a port that libvirt chooses. */
export function addGraphics(domain: Domain, type: string, more?: Init<Graphics>): Graphics {
  const ports = type === 'vnc' || type === 'spice' || type === 'rdp';
  return domain.addDevice('graphics', { type, autoport: ports ? true : undefined, ...more });
}

export function addVideo(domain: Domain, model: string, more?: Init<Video>): Video {
  return domain.addDevice('video', { model, ...more });
}

export function addSound(domain: Domain, model: string, more?: Init<Sound>): Sound {
  return domain.addDevice('sound', { model, ...more });
}

/** Where sound goes on the host, under the first number that is free. */
export function addAudio(domain: Domain, type: string, more?: Init<Audio>): Audio {
  const taken = new Set(domain.audios.map((audio) => audio.id));
  let id = 1;
  while (taken.has(id)) id += 1;
  return domain.addDevice('audio', { id, type, ...more });
}

/** `tablet`, `mouse` or `keyboard`. */
export function addInput(domain: Domain, type: string, bus = 'usb', more?: Init<Input>): Input {
  return domain.addDevice('input', { type, bus, ...more });
}
