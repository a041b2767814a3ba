/** Why a document or an edit was refused; the message says it in words. */
export type XmlErrorReason =
  /** Not well-formed XML. */
  | 'malformed'
  /** A document type declaration: libvirt never writes one, and entities hide in them. */
  | 'doctype'
  /** Longer, deeper or more crowded than the limits allow. */
  | 'limit'
  /** A path that cannot be understood or not be created. */
  | 'path'
  /** A value that XML or the field cannot hold. */
  | 'value';

/** Thrown by everything in the model that refuses an input. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly reason: XmlErrorReason;
  /** Position in the source, counted from 1, where it is known. */
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(reason: XmlErrorReason, message: string, position?: { line: number; column: number }) {
    super(position ? `${message} (line ${position.line}, column ${position.column})` : message);
    this.reason = reason;
    this.line = position?.line;
    this.column = position?.column;
  }
}

/** Line and column, counted from 1, of an offset in a text. */
export function positionOf(source: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}
