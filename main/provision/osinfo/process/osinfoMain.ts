/** Entry of the process that holds libosinfo: it answers one question after another. */
import { hostPort } from '../../../libvirt/agent/hostPort.ts';
import type { FromOsinfo, ToOsinfo } from '../protocol.ts';
import { answer } from './answers.ts';
import { OsinfoMissing } from './native.ts';

process.title = 'virtdeck-osinfo';

const port = hostPort<ToOsinfo, FromOsinfo>();
port.onMessage((question) => {
  const { id } = question;
  try {
    port.send({ id, value: answer(question) });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    port.send({ id, error: words, missing: error instanceof OsinfoMissing });
  }
});
// Without main there is nobody to answer.
port.onLost(() => process.kill(process.pid, 'SIGKILL'));
