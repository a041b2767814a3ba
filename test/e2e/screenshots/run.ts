import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { buildIfStale } from '../../../build/run/setup/dist.mjs';
import { repository } from '../driver/paths.ts';
import { clearPictures, pictureFolder, pictureName, takePictures } from './camera.ts';
import { type Choice, isChosen, README_SCENE, readChoice } from './choice.ts';
import type { Scene } from './scene.ts';
import { scenes } from './scenes/index.ts';
import { Stage } from './stage.ts';

/**
 * Takes pictures of every page and state: `npm run screenshots -- [--readme] [NAME...]`. One laboratory and one start
 * of the application; ends with 1 when a state could not be reached or a page does not fit into the window.
 */
async function main(): Promise<void> {
  const choice = readChoice(
    process.argv.slice(2),
    scenes.map(({ name }) => name),
  );
  await buildIfStale(repository);
  const failed = await takeAll(choice);
  if (choice.readme && !failed.includes(README_SCENE)) copyReadmePicture();
  if (failed.length === 0) return;
  console.error(`\nNot as they should be: ${failed.join(', ')}`);
  process.exitCode = 1;
}

async function takeAll(choice: Choice): Promise<string[]> {
  const stage = await Stage.start();
  const stop = () => void stage.close().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const failed: string[] = [];
  let last: Scene | undefined;
  try {
    for (const scene of scenes.filter(({ name }) => isChosen(name, choice))) {
      const taken = await takeScene(stage, scene, last);
      if (!taken) failed.push(scene.name);
      last = taken ? scene : undefined;
    }
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await stage.close();
  }
  return failed;
}

/** Brings the window into the state. `last` is the scene that was taken before, which may be where it goes on from. */
async function reach(stage: Stage, scene: Scene, last: Scene | undefined): Promise<void> {
  const { after } = scene;
  if (after === undefined) await stage.reset();
  else if (last?.name !== after && last?.after !== after) {
    const before = scenes.find(({ name }) => name === after);
    if (!before) throw new Error(`nothing is called ${after}`);
    await reach(stage, before, undefined);
  }
  await scene.open(stage);
}

/** Whether the state was reached and fits into the window. */
async function takeScene(stage: Stage, scene: Scene, last: Scene | undefined): Promise<boolean> {
  clearPictures(scene.name);
  try {
    await reach(stage, scene, last);
    if (!scene.pointer) await stage.page.mouse.move(640, 2);
    const report = (path: string) => console.log(relative(repository, path));
    const problems = await takePictures(stage.page, scene.name, report, scene.sight?.(stage));
    for (const problem of problems) console.error(`${scene.name} does not fit: ${problem}`);
    return problems.length === 0;
  } catch (error) {
    console.error(
      `${scene.name} could not be reached: ${error instanceof Error ? error.message : String(error)}`,
    );
    const path = join(repository, 'test-results', `${scene.name}-failed.png`);
    mkdirSync(dirname(path), { recursive: true });
    await stage.page.screenshot({ path }).catch(() => {});
    return false;
  } finally {
    await scene.leave?.(stage).catch((error: unknown) => console.error(`after ${scene.name}:`, error));
  }
}

function copyReadmePicture(): void {
  const from = join(pictureFolder, pictureName(README_SCENE, 'light', { width: 1280, height: 800 }));
  const to = join(repository, 'docs/images/fleet.png');
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  console.log(relative(repository, to));
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
