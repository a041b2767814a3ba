/** A size in pixels. */
export interface Size {
  readonly w: number;
  readonly h: number;
}

/**
 * How large one of the guest's pixels is shown in CSS pixels where it is not fitted to the window: a whole number of
 * the screen's own pixels, so that none is smeared over several.
 * @param ratio the screen's pixels for each CSS pixel; any number with zoomed pages and fractional scaling
 * @param fine take one pixel of the screen for each, however small that is
 */
export function pixelSize(ratio: number, fine: boolean): number {
  if (!(ratio > 0)) return 1;
  return (fine ? 1 : Math.max(1, Math.round(ratio))) / ratio;
}

/** The size that a guest has to have to fill a room. */
export function sizeFor(room: Size, pixel: number): Size {
  // A room is measured in fractions: what they add up to is not lost to rounding.
  const whole = (length: number) => Math.max(1, Math.floor(length / pixel + 0.01));
  return { w: whole(room.w), h: whole(room.h) };
}

/** Whether a picture at this scale has a whole number of the screen's pixels for each of its own. */
export function isWhole(scale: number, ratio: number): boolean {
  const pixels = scale * ratio;
  return pixels > 0.99 && Math.abs(pixels - Math.round(pixels)) < 0.005;
}

/** What became of the wish that the guest takes another size. */
export type ResizeState =
  /** It has the size, or nothing was asked. */
  | { readonly kind: 'done' }
  /** The display cannot be asked. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'asked'; readonly size: Size }
  /** `status` is RFB's: 1 forbidden, 2 too little memory, 3 nobody there who could. */
  | { readonly kind: 'refused'; readonly size: Size; readonly status: number };

/** Why the guest does not have the size of the window, and what helps; null: it has. `now` is the size it has. */
export function resizeProblem(state: ResizeState, now: Size): { short: string; long: string } | null {
  if (state.kind === 'done') return null;
  const short = `The guest stays at ${String(now.w)} × ${String(now.h)}`;
  if (state.kind === 'unsupported') {
    return { short, long: 'This display does not let its viewers choose a size. Fit shows all of it.' };
  }
  const asked = `It was asked for ${String(state.size.w)} × ${String(state.size.h)}.`;
  if (state.kind === 'asked') {
    return {
      short,
      long: `${asked} A guest follows when it has a driver for its graphics card and a desktop that takes the card’s wish; at a text console it does not. Fit shows all of it.`,
    };
  }
  const why: Readonly<Record<number, string>> = {
    1: 'The display forbids it.',
    2: 'The display has not enough memory for that.',
    3: 'Its graphics card cannot be asked: choose virtio in Hardware.',
  };
  return { short, long: `${asked} ${why[state.status] ?? 'The display refused.'} Fit shows all of it.` };
}
