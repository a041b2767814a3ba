import { mergeConfig, type Plugin } from 'vite';
import { nodeBuild } from './node.ts';

/** The libvirt agent process and its workers: each is an entry, since Node loads them by file name. */
const agent = nodeBuild('agent', {
  agentMain: 'main/libvirt/agent/agentMain.ts',
  callWorker: 'main/libvirt/agent/callWorker.ts',
  eventWorker: 'main/libvirt/agent/eventWorker.ts',
  jobWorker: 'main/libvirt/agent/jobWorker.ts',
  osinfoMain: 'main/provision/osinfo/process/osinfoMain.ts',
});

/** Tells Node that the programs are CommonJS, though they lie in a package of ES modules. */
const commonJs: Plugin = {
  name: 'virtdeck:commonjs',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

/**
 * CommonJS: every thread that loads an ES module starts Node's loader of them first, which costs it half a megabyte and
 * some milliseconds. Without white space and comments, with names as they are: each worker of each connection keeps the
 * text of its program in memory.
 */
export default mergeConfig(agent, {
  plugins: [commonJs],
  build: {
    rolldownOptions: {
      output: {
        format: 'cjs',
        banner: "'use strict';",
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
      },
    },
  },
});
