import { Loader, Tabs } from '@mantine/core';
import { Suspense } from 'react';
import type { MachinePreview } from '../../../../contract/index.ts';
import { CommandBox } from '../../../ui/CommandBox.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import classes from '../Create.module.css';
import { Dim } from '../parts/Note.tsx';

const XmlView = lazyPart(async () => (await import('../../../ui/XmlView.tsx')).XmlView);

/** Exactly what would be made, and the same by hand. */
export function Definition({ plan, name }: { plan: MachinePreview; name: string }) {
  const volumes = plan.makes.filter(({ xml }) => xml !== null);
  return (
    <Tabs defaultValue="definition" keepMounted={false}>
      <Tabs.List aria-label="What would be made">
        <Tabs.Tab value="definition">Definition</Tabs.Tab>
        {plan.installXml !== null && <Tabs.Tab value="first">First boot</Tabs.Tab>}
        {volumes.length > 0 && <Tabs.Tab value="volumes">Volumes</Tabs.Tab>}
        <Tabs.Tab value="commands">Commands</Tabs.Tab>
      </Tabs.List>
      <Suspense fallback={<Loader size="sm" aria-label="Loading the editor" />}>
        <Tabs.Panel value="definition">
          <Xml text={plan.xml} label={`XML of ${name}`} />
        </Tabs.Panel>
        {plan.installXml !== null && (
          <Tabs.Panel value="first">
            <Xml text={plan.installXml} label={`XML of the first boot of ${name}`} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="volumes">
          {volumes.map(({ words, xml }) => (
            <div key={words} className={classes.made}>
              <Dim>{words}</Dim>
              <pre className={classes.commands}>{xml}</pre>
            </div>
          ))}
        </Tabs.Panel>
        <Tabs.Panel value="commands">
          <section aria-label="The same by hand" className={classes.made}>
            <CommandBox label="With virt-install" host={null} command={plan.virtInstall.join('\n')} />
            <CommandBox label="With virsh" host={null} command={plan.virsh.join('\n')} />
          </section>
        </Tabs.Panel>
      </Suspense>
    </Tabs>
  );
}

function Xml({ text, label }: { text: string; label: string }) {
  return (
    <>
      <div className={classes.xml}>
        <XmlView text={text} label={label} />
      </div>
      <div className={classes.under}>
        <CopyButton text={text} label="Copy XML" />
      </div>
    </>
  );
}
