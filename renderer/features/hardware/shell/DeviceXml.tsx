import { useMemo, useRef } from 'react';
import {
  DEVICE_CLASSES,
  type Device,
  isDeviceKind,
  parseDocument,
  serialize,
  uncovered,
  XmlError,
} from '../../../../model/index.ts';
import { XmlEditor, type XmlMessage } from '../../../ui/XmlEditor.tsx';
import { useEdit, useEditState } from '../edit/context.tsx';
import classes from './Hardware.module.css';

/** A device's own XML. What is well-formed is taken at once; what is not is kept, and has to be mended first. */
export function DeviceXml({ device }: { device: Device }) {
  const edit = useEdit();
  const id = `${edit.ids.of(device)}/xml`;
  const typed = useEditState((state) => state.typed.get(id));
  const present = xmlOf(device);
  /** What was typed here last, and what it became in the document: as long as it is that, the typed text stays. */
  const own = useRef({ typed: '', became: '' });
  const text = typed?.text ?? (own.current.became === present ? own.current.typed : present);
  const change = (next: string) => {
    try {
      edit.replaceDevice(device, next, id);
      edit.setTyped(id, null);
      const made = edit.device(edit.ids.of(device)) ?? device;
      own.current = { typed: next, became: xmlOf(made) };
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      const label = `XML of <${device.element.nodeName}>`;
      edit.setTyped(id, { text: next, problem: error.message, label });
    }
  };
  const kind = device.element.nodeName;
  const messages = useMemo(() => messagesFor(text, kind), [text, kind]);
  return (
    <div className={classes.editor}>
      <XmlEditor text={text} label="XML of the device" messages={messages} onChange={change} />
    </div>
  );
}

/** Without the indentation that it has inside of the machine's definition. */
function xmlOf(device: Device): string {
  const text = serialize(device.element);
  const indent = /\n([ \t]+)<\/[^>]*>$/.exec(text)?.[1] ?? '';
  return indent === '' ? text : text.replaceAll(`\n${indent}`, '\n');
}

function messagesFor(text: string, kind: string): XmlMessage[] {
  if (!isDeviceKind(kind)) return [];
  const of = DEVICE_CLASSES[kind];
  try {
    return unknownTo(text, uncovered(parseDocument(text), of));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return [{ line: error.line ?? 1, column: error.column, severity: 'error', message: error.message }];
  }
}

/** What no accessor reaches, as messages at the lines where it stands. */
export function unknownTo(text: string, paths: readonly string[]): XmlMessage[] {
  return paths.map((path) => ({
    line: lineOf(text, path),
    severity: 'info',
    message: `${path} is not known to Virtdeck; libvirt may know it.`,
  }));
}

/** The first line on which the last name of a path stands. */
function lineOf(text: string, path: string): number {
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/^@|\(\)$/g, '') ?? '';
  const index = text.split('\n').findIndex((line) => line.includes(name));
  return index + 1 || 1;
}
