import { z } from 'zod';

/** A URI, or a name that libvirt takes for one. */
const Uri = z.string().min(1).max(4096);

/** What is to be shown once the application runs. */
export const ShowWish = z.discriminatedUnion('kind', [
  /** The console of the machine of this name, or UUID, on the connections of the request or on any. */
  z.strictObject({ kind: z.literal('console'), machine: z.string().min(1).max(255) }),
  /** The wizard for a new machine, on the first connection of the request. */
  z.strictObject({ kind: z.literal('new') }),
  /** The page of this host, which is opened. */
  z.strictObject({ kind: z.literal('host'), uri: Uri }),
]);
export type ShowWish = z.infer<typeof ShowWish>;

/** What a start asks for, whether it becomes the running application or hands it over to the one there is. */
export const StartRequest = z.strictObject({
  uris: z.array(Uri).max(100),
  show: ShowWish.nullable().default(null),
});
export type StartRequest = z.infer<typeof StartRequest>;

/** Reads what another process has sent; null: it is no request. */
export function readStartRequest(data: unknown): StartRequest | null {
  return StartRequest.safeParse(data).data ?? null;
}

/** A request as it is handed over to the Virtdeck that runs already. */
export const HandedRequest = StartRequest.extend({
  /** A window; or, where none can be opened, an address for a browser. */
  wants: z.enum(['window', 'address']),
});
export type HandedRequest = z.infer<typeof HandedRequest>;

/** What it answers. It has opened what was asked for. */
export const InstanceAnswer = z.strictObject({
  pid: z.number().int(),
  /** To be opened in a browser; null: it has a window of its own, which shows it. */
  address: z.url().nullable(),
});
export type InstanceAnswer = z.infer<typeof InstanceAnswer>;
