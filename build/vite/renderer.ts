import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** The renderer, for Chromium and Electron alike. noVNC has a top-level await: es2022. */
export default defineConfig({
  root: resolve(root, 'renderer'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    target: 'es2022',
    outDir: resolve(root, 'dist/renderer'),
    emptyOutDir: true,
    sourcemap: true,
    modulePreload: { polyfill: false },
    // The content security policy lets fonts and scripts come from files only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4096,
    // A few files instead of seventy: each is a request, and one that is lost is a broken page. What is
    // only needed by consoles and the XML view stays apart and is loaded when they are opened.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'novnc', test: /node_modules[\\/]@novnc/, priority: 3 },
            { name: 'xterm', test: /node_modules[\\/]@xterm/, priority: 3 },
            {
              name: 'codemirror',
              test: /node_modules[\\/](@codemirror|@lezer|codemirror|style-mod|w3c-keyname|crelt)[\\/]/,
              priority: 3,
            },
            { name: 'xml', test: /node_modules[\\/]@xmldom|[\\/]model[\\/]/, priority: 3 },
            { name: 'vendor', test: /node_modules/, priority: 2 },
            {
              name: 'shared',
              test: /[\\/](contract|renderer[\\/](state|ui|transport))[\\/](?!XmlView)/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
