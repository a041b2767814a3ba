import { type NodeClass, parseDocument, type Remark, remarks, XmlError } from '../../../../model/index.ts';
import type { XmlMessage } from '../../../ui/XmlEditor.tsx';

const SEVERITY: Readonly<Record<Remark['kind'], XmlMessage['severity']>> = {
  unknown: 'info',
  value: 'warning',
};

/**
 * What is to be said of a text in an editor, at its lines.
 * @param of what the text describes
 * @param problem why it cannot be taken, if it cannot
 */
export function xmlMessages(text: string, of: NodeClass, problem: string | undefined): XmlMessage[] {
  try {
    const found = remarks(parseDocument(text), of).map(
      ({ kind, message, line }): XmlMessage => ({ line, severity: SEVERITY[kind], message }),
    );
    // Well-formed, and something else than what is described here.
    return problem === undefined ? found : [{ line: 1, severity: 'error', message: problem }];
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return [{ line: error.line ?? 1, column: error.column, severity: 'error', message: error.message }];
  }
}
