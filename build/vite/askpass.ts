import { nodeBuild } from './node.ts';

/** The program that ssh runs to ask something. One file: it starts often and has to start fast. */
export default nodeBuild('askpass', { askpass: 'main/remote/askpassMain.ts' });
