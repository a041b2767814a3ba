import { nodeBuild } from './node.ts';

/** The preload script of Electron's windows. Sandboxed: one CommonJS file that requires only 'electron'. */
export default nodeBuild('preload', { preload: 'preload/preload.ts' }, 'cjs');
