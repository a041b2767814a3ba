// @ts-check
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/**
 * The layers of docs/architecture.md and what each may import: other layers, packages of
 * node_modules ('*': any), and Node's own modules.
 * @typedef {{layers: string[], packages: string[], node: boolean}} Rule
 * @type {Record<string, Rule>}
 */
export const RULES = {
  contract: { layers: [], packages: ['zod'], node: false },
  model: { layers: [], packages: ['@xmldom/xmldom'], node: false },
  main: { layers: ['contract', 'model'], packages: ['*'], node: true },
  preload: { layers: ['contract'], packages: ['electron'], node: false },
  renderer: { layers: ['contract', 'model'], packages: ['*'], node: false },
  build: { layers: ['contract', 'model', 'main'], packages: ['*'], node: true },
  test: {
    layers: ['contract', 'model', 'main', 'preload', 'renderer', 'build'],
    packages: ['*'],
    node: true,
  },
};

/** Packages that only some layers may have, whatever '*' says. */
const CONFINED = {
  react: ['renderer', 'test'],
  'react-dom': ['renderer', 'test'],
  koffi: ['main', 'build', 'test'],
  keytar: ['main', 'test'],
  ws: ['main', 'test'],
};

/** The only files that may have Electron as a value; everybody may have its types. */
const ELECTRON_FILES = /^(main\/app\/electron[^/]*|preload\/.*)\.ts$/;
const TEST_FILE = /\.test\.tsx?$/;

/**
 * One import of a file: what it names, and whether only types come of it.
 * @typedef {{from: string, typeOnly: boolean}} Import
 */

/**
 * @param {string} path for its ending and for messages
 * @param {string} code
 * @returns {Import[]}
 */
export function importsOf(path, code) {
  const parsed = parseSync(path, code);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  /** @type {Import[]} */
  const imports = parsed.module.staticImports.map((one) => ({
    from: one.moduleRequest.value,
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }));
  for (const statement of parsed.module.staticExports) {
    const sources = statement.entries.filter((entry) => entry.moduleRequest);
    for (const entry of sources) {
      imports.push({ from: entry.moduleRequest?.value ?? '', typeOnly: entry.isType });
    }
  }
  collectCalls(parsed.program, imports);
  return imports;
}

/**
 * Adds `import('x')`, `require('x')` and `import('x').T` (a type) wherever they stand.
 * @param {unknown} node
 * @param {Import[]} imports
 */
function collectCalls(node, imports) {
  if (Array.isArray(node)) for (const child of node) collectCalls(child, imports);
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return;
  const { type, source, callee, arguments: args } = /** @type {Record<string, any>} */ (node);
  if (type === 'ImportExpression' && typeof source?.value === 'string') {
    imports.push({ from: source.value, typeOnly: false });
  }
  if (type === 'TSImportType' && typeof source?.value === 'string') {
    imports.push({ from: source.value, typeOnly: true });
  }
  const name = callee?.name ?? callee?.property?.name;
  if (type === 'CallExpression' && name === 'require' && typeof args[0]?.value === 'string') {
    imports.push({ from: args[0].value, typeOnly: false });
  }
  for (const child of Object.values(node)) collectCalls(child, imports);
}

/** @param {string} name @param {string} from */
const isPackage = (name, from) => from === name || from.startsWith(`${name}/`);

/**
 * What is wrong with one import, in words; null: nothing.
 * @param {string} file path from the repository's root
 * @param {Import} one
 */
export function problemOf(file, { from, typeOnly }) {
  const layer = file.split('/')[0] ?? '';
  const rule = TEST_FILE.test(file) ? RULES.test : RULES[layer];
  if (!rule) return null;
  if (from.startsWith('.')) {
    const target = relative('/', resolve('/', dirname(file), from)).split('/')[0] ?? '';
    if (target === layer || !(target in RULES)) return null;
    if (rule.layers.includes(target) || (target === 'test' && TEST_FILE.test(file))) return null;
    return `${layer} must not import ${target}`;
  }
  if (isPackage('electron', from)) {
    if (typeOnly && rule.node) return null;
    return ELECTRON_FILES.test(file) ? null : 'only main/app/electron*.ts may import electron as a value';
  }
  if (from.startsWith('node:') || builtinModules.includes(from)) {
    return rule.node ? null : `${layer} must not use Node's modules`;
  }
  const confined = Object.entries(CONFINED).find(([name]) => isPackage(name, from));
  if (confined && !TEST_FILE.test(file) && !confined[1].includes(layer))
    return `${layer} must not use ${confined[0]}`;
  if (rule.packages.includes('*') || rule.packages.some((name) => isPackage(name, from))) return null;
  return `${layer} must not use the package ${from}`;
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} TypeScript files below, as paths from the root
 */
function sources(root, folder) {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return sources(root, path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

/**
 * @param {string} root
 * @returns {{files: number, problems: string[]}}
 */
export function checkLayers(root) {
  const files = Object.keys(RULES).flatMap((layer) => sources(root, layer));
  const problems = files.flatMap((file) =>
    importsOf(file, readFileSync(join(root, file), 'utf8')).flatMap((one) => {
      const problem = problemOf(file, one);
      return problem ? [`${file}: '${one.from}': ${problem}`] : [];
    }),
  );
  return { files: files.length, problems };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, problems } = checkLayers(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
  for (const problem of problems) console.error(problem);
  console.log(`layers: ${files} files, ${problems.length} wrong imports`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
