/**
 * Runs in the window of a display: counts its pictures, and looks how long the page takes to paint and to take keys.
 * It is bundled and evaluated there (page.ts), and opens no connection of its own.
 */
let pictures = 0;
let frame = 0;
const frames: number[] = [];
const keys: number[] = [];

const context = CanvasRenderingContext2D.prototype;
const drawImage = context.drawImage;
// noVNC collects an update in a canvas of its own, and copies it into the one that is seen when it is complete.
Reflect.set(context, 'drawImage', function (this: CanvasRenderingContext2D, ...args: unknown[]) {
  if (this.canvas.isConnected) pictures += 1;
  return Reflect.apply(drawImage, this, args);
});

function painted(now: number): void {
  frames.push(now);
  frame = requestAnimationFrame(painted);
}

/** From when the browser got the key until the page is told. */
function pressed(event: KeyboardEvent): void {
  keys.push(performance.now() - event.timeStamp);
}

const watcher = {
  start(): void {
    pictures = 0;
    frames.length = 0;
    keys.length = 0;
    addEventListener('keydown', pressed, true);
    frame = requestAnimationFrame(painted);
  },

  /** What was seen since start(), times in ms. */
  stop(): { pictures: number; frames: number[]; keys: number[] } {
    cancelAnimationFrame(frame);
    removeEventListener('keydown', pressed, true);
    const between = frames.slice(1).map((time, index) => time - (frames[index] ?? time));
    return { pictures, frames: between, keys: [...keys] };
  },
};

export type Watcher = typeof watcher;
Object.assign(globalThis, { watcher });
