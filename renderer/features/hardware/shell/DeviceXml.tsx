import { useMemo, useRef } from 'react';
import { DEVICE_CLASSES, type Device, isDeviceKind, serialize, XmlError } from '../../../../model/index.ts';
import { XmlEditor } from '../../../ui/XmlEditor.tsx';
import { useEdit, useEditState } from '../edit/context.tsx';
import classes from './Hardware.module.css';
import { xmlMessages } from './xmlMessages.ts';

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
  const problem = typed?.problem;
  const messages = useMemo(
    () => (isDeviceKind(kind) ? xmlMessages(text, DEVICE_CLASSES[kind], problem) : []),
    [text, kind, problem],
  );
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
