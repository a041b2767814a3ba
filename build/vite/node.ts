import { isAbsolute, resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Packages and Node's own modules are loaded at run time; only our files are bundled. */
function isPackage(id: string): boolean {
  return !id.startsWith('.') && !id.startsWith('\0') && !isAbsolute(id);
}

/**
 * The configuration of a build that runs in Node 20 or Electron's main side.
 *
 * @param name folder under dist/
 * @param entries output name -> source file, relative to the repository
 * @param format preloads of a sandboxed window must be CommonJS; everything else is ESM
 */
export function nodeBuild(
  name: string,
  entries: Record<string, string>,
  format: 'es' | 'cjs' = 'es',
): UserConfig {
  const extension = format === 'cjs' ? 'cjs' : 'js';
  return defineConfig({
    root,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir: `dist/${name}`,
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([key, file]) => [key, resolve(root, file)])),
        external: isPackage,
        output: {
          format,
          // All files lie in one folder: modules find the application's root from their own address.
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  });
}
