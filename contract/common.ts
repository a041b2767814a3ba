import { z } from 'zod';

/** The id of a saved or opened connection; made by main, stable across runs for saved ones. */
export const ConnectionId = z.string().min(1).max(64);
export type ConnectionId = z.infer<typeof ConnectionId>;

/** A libvirt UUID in its printed form, lower case. */
export const Uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export type Uuid = z.infer<typeof Uuid>;

/** The name of a domain, pool, volume or network. Whether it is allowed is for libvirt to say. */
export const ObjectName = z.string().min(1).max(255);

/** One object on one connection. */
export const DomainRef = z.object({ connection: ConnectionId, uuid: Uuid });
export type DomainRef = z.infer<typeof DomainRef>;

/** Milliseconds since 1970. */
export const Timestamp = z.number().int().nonnegative();

/** No input, or no answer. */
export const Nothing = z.object({}).strict();

/** The id of a job in main. */
export const JobId = z.string().min(1).max(64);
export type JobId = z.infer<typeof JobId>;

/** An XML document as text; model/ reads it. 16 Mi characters at most. */
export const XmlText = z.string().max(16 * 1024 * 1024);
