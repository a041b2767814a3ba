import { mergeConfig } from 'vite';
import { nodeBuild } from './node.ts';

/** The libvirt agent process and its workers, and libosinfo's: each is an entry, since Node loads them by file name. */
const agent = nodeBuild('agent', {
  agentMain: 'main/libvirt/agent/agentMain.ts',
  callWorker: 'main/libvirt/agent/callWorker.ts',
  eventWorker: 'main/libvirt/agent/eventWorker.ts',
  jobWorker: 'main/libvirt/agent/jobWorker.ts',
  osinfoMain: 'main/provision/osinfo/process/osinfoMain.ts',
});

/**
 * Without white space and comments, with names as they are: each worker of each connection keeps the text of
 * its program in memory.
 */
export default mergeConfig(agent, {
  build: {
    rolldownOptions: {
      output: { minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } } },
    },
  },
});
