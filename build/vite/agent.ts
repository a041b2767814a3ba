import { nodeBuild } from './node.ts';

/** The libvirt agent process and its workers: each is an entry, since Node loads them by file name. */
export default nodeBuild('agent', {
  agentMain: 'main/libvirt/agent/agentMain.ts',
  callWorker: 'main/libvirt/agent/callWorker.ts',
  eventWorker: 'main/libvirt/agent/eventWorker.ts',
  jobWorker: 'main/libvirt/agent/jobWorker.ts',
});
