import { nodeBuild } from './node.ts';

/** Main: the two hosts. */
export default nodeBuild('main', {
  web: 'main/app/web.ts',
  electron: 'main/app/electron.ts',
});
