/** Entry of the agent process: one connection to one hypervisor. */
import { AgentCore } from './agentCore.ts';
import { giveUp } from './ending.ts';
import { hostPort } from './hostPort.ts';

process.title = 'virtdeck-agent';
process.on('uncaughtException', giveUp);

const port = hostPort();
const core = new AgentCore(port);
port.onMessage((message) => core.receive(message));
// Without main there is nobody to work for, and nothing in libvirt that has to be put in order.
port.onLost(() => process.kill(process.pid, 'SIGKILL'));
