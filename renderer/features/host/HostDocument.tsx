import { CopyButton } from '../../ui/CopyButton.tsx';
import { XmlView } from '../../ui/XmlView.tsx';
import vm from '../vm/MachinePage.module.css';

/** One of the host's documents as libvirt prints it. */
export function HostDocument({ text, label }: { text: string; label: string }) {
  return (
    <>
      <div className={vm.bar}>
        <span className={vm.dim}>{label}, as libvirt gives it</span>
        <span style={{ flex: 1 }} />
        <CopyButton text={text} label="Copy XML" />
      </div>
      <div className={vm.editor}>
        <XmlView text={text} label={label} />
      </div>
    </>
  );
}
