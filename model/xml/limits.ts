/** What a document may be at most. All are far above what libvirt's own protocol can carry. */
export interface XmlLimits {
  /** Characters (UTF-16 code units). libvirt's RPC carries strings of at most 4 MiB. */
  readonly maxLength: number;
  /** Elements inside each other; libxml2, which libvirt reads with, stops at 256. */
  readonly maxDepth: number;
  /** Elements, texts, comments, CDATA sections and processing instructions together. */
  readonly maxNodes: number;
}

export const DEFAULT_LIMITS: XmlLimits = {
  maxLength: 16 * 1024 * 1024,
  maxDepth: 256,
  maxNodes: 2_000_000,
};
