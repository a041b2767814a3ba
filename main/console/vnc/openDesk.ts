import type { ByteChannel } from '../../../contract/index.ts';

const VERSION = Buffer.from('RFB 003.008\n');
/** The types on offer: one, no password. */
const TYPES = Uint8Array.of(1, 1);
const ACCEPTED = Uint8Array.of(0, 0, 0, 0);

/**
 * A window's channel whose RFB client is let in without a password: main has signed in already, and no secret of a
 * display reaches a window. What comes after that goes on to the consumer as it is.
 */
export function openDesk(channel: ByteChannel): ByteChannel {
  let expected = VERSION.length;
  let step = 0;
  const answers = [TYPES, ACCEPTED];
  /** Takes what belongs to the greeting; gives what is left. */
  const greet = (bytes: Uint8Array): Uint8Array => {
    let rest = bytes;
    while (step < answers.length && rest.length > 0) {
      const taken = Math.min(expected, rest.length);
      expected -= taken;
      rest = rest.subarray(taken);
      if (expected > 0) break;
      const answer = answers[step];
      if (answer && channel.open) channel.send(answer);
      step += 1;
      expected = 1;
    }
    return rest;
  };
  channel.send(VERSION);
  return {
    get open() {
      return channel.open;
    },
    get bufferedAmount() {
      return channel.bufferedAmount;
    },
    send: (bytes) => channel.send(bytes),
    drained: () => channel.drained(),
    onData: (consume) =>
      channel.onData((bytes) => {
        if (step >= answers.length) return consume(bytes);
        const rest = greet(bytes);
        return rest.length > 0 ? consume(rest) : undefined;
      }),
    onClose: (listener) => channel.onClose(listener),
    close: (reason) => channel.close(reason),
  };
}
