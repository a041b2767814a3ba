import { describe, expect, it } from 'vitest';
import { isWhole, pixelSize, resizeProblem, sizeFor } from './guestSize.ts';

describe('pixelSize', () => {
  it('gives each of the guest’s pixels a whole number of the screen’s', () => {
    for (const ratio of [1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]) {
      for (const fine of [false, true]) expect(isWhole(pixelSize(ratio, fine), ratio)).toBe(true);
    }
    expect([1, 1.25, 1.5, 2].map((ratio) => pixelSize(ratio, false) * ratio)).toEqual([1, 1, 2, 2]);
    expect(pixelSize(2, true)).toBe(0.5);
    expect(pixelSize(Number.NaN, false)).toBe(1);
  });
});

describe('sizeFor', () => {
  it('fills the room with whole pixels', () => {
    expect(sizeFor({ w: 1280, h: 719.5 }, 1)).toEqual({ w: 1280, h: 719 });
    expect(sizeFor({ w: 640, h: 400 }, pixelSize(2, true))).toEqual({ w: 1280, h: 800 });
    expect(sizeFor({ w: 1000, h: 500 }, pixelSize(1.1, false))).toEqual({ w: 1100, h: 550 });
    expect(sizeFor({ w: 0, h: 0 }, 1)).toEqual({ w: 1, h: 1 });
  });
});

describe('resizeProblem', () => {
  it('says what was asked, what became of it and what helps', () => {
    const now = { w: 640, h: 480 };
    const size = { w: 1270, h: 690 };
    expect(resizeProblem({ kind: 'done' }, now)).toBeNull();
    expect(resizeProblem({ kind: 'unsupported' }, now)?.short).toBe('The guest stays at 640 × 480');
    expect(resizeProblem({ kind: 'asked', size }, now)?.long).toMatch(/1270 × 690.*driver/);
    expect(resizeProblem({ kind: 'refused', size, status: 3 }, now)?.long).toMatch(/choose virtio/);
    expect(resizeProblem({ kind: 'refused', size, status: 9 }, now)?.long).toMatch(/refused/);
  });
});
