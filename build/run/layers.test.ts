import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkLayers, importsOf, problemOf, RULES } from './layers.mjs';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A repository with one file in each layer, and these. */
function repository(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'virtdeck-layers-'));
  folders.push(root);
  const all: Record<string, string> = Object.fromEntries(
    Object.keys(RULES).map((layer) => [`${layer}/index.ts`, 'export const one = 1;\n']),
  );
  for (const [path, code] of Object.entries({ ...all, ...files })) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), code);
  }
  return root;
}

test.each([
  ['renderer/a.tsx', "import { one } from '../main/index.ts';"],
  ['renderer/a.tsx', "export { one } from '../main/index.ts';"],
  ['renderer/a.tsx', "import type { One } from '../main/index.ts';"],
  ['renderer/a.tsx', "const view = () => <a>{import('../main/index.ts')}</a>;"],
  ['renderer/deep/a.ts', "import { readFileSync } from 'node:fs';"],
  ['renderer/a.ts', "import koffi from 'koffi';"],
  ['main/a.ts', "import { one } from '../renderer/index.ts';"],
  ['main/a.ts', "import { one } from '../build/index.ts';"],
  ['main/a.ts', "import { one } from '../test/index.ts';"],
  ['main/a.ts', "import { useState } from 'react';"],
  ['model/a.ts', "import { one } from '../contract/index.ts';"],
  ['model/a.ts', "import fs from 'fs';"],
  ['contract/a.ts', "import { one } from '../model/index.ts';"],
  ['contract/a.ts', "import { createBirpc } from 'birpc';"],
  ['preload/a.ts', "import { one } from '../main/index.ts';"],
  ['main/app/web.ts', "import { app } from 'electron';"],
  ['main/app/web.ts', "import 'electron';"],
  ['main/app/web.ts', "const { app } = require('electron');"],
  ['main/app/web.ts', "const electron = await import('electron/main');"],
  ['main/hypervisor/electron.ts', "import { app } from 'electron';"],
])('a wrong import makes the check fail: %s %s', (path, code) => {
  const { problems } = checkLayers(repository({ [path]: code }));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(path);
});

test.each([
  ['renderer/a.ts', "import { one } from '../contract/index.ts';\nimport { two } from './deep/b.ts';"],
  ['main/a.ts', "import type { App } from 'electron';\nimport koffi from 'koffi';"],
  ['main/a.ts', "import { type App } from 'electron';"],
  ['main/a.ts', "let a: import('electron').App;"],
  ['main/app/electron.ts', "import { app } from 'electron';"],
  ['main/app/electronProcessHost.ts', "import { utilityProcess } from 'electron';"],
  ['renderer/a.test.ts', "import { one } from '../main/index.ts';\nimport { join } from 'node:path';"],
  ['main/a.ts', "// import { one } from '../renderer/index.ts';\nconst a = \"import '../renderer'\";"],
])('a right import passes: %s %s', (path, code) => {
  expect(checkLayers(repository({ [path]: code })).problems).toEqual([]);
});

test('types and values are told apart', () => {
  expect(importsOf('a.ts', "import type { A } from 'a'; import { type B, c } from 'b';")).toEqual([
    { from: 'a', typeOnly: true },
    { from: 'b', typeOnly: false },
  ]);
});

test('a message names the two layers', () => {
  const problem = problemOf('renderer/features/vm/page.tsx', { from: '../../../main/x.ts', typeOnly: false });
  expect(problem).toBe('renderer must not import main');
});
