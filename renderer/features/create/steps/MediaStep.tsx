import type { ComponentType } from 'react';
import type { InstallMethod } from '../../../../contract/index.ts';
import { Cloud } from '../media/Cloud.tsx';
import { AppContainer, OsContainer } from '../media/Containers.tsx';
import { Empty } from '../media/Empty.tsx';
import { Import } from '../media/Import.tsx';
import { Iso } from '../media/Iso.tsx';
import { Kernel } from '../media/Kernel.tsx';
import { Pxe } from '../media/Pxe.tsx';
import { Tree } from '../media/Tree.tsx';
import { useWizard } from '../wizardStore.ts';
import type { StepProps } from './stepProps.ts';

const VIEWS: Readonly<Record<InstallMethod, ComponentType<StepProps>>> = {
  iso: Iso,
  pxe: Pxe,
  kernel: Kernel,
  import: Import,
  tree: Tree,
  cloud: Cloud,
  empty: Empty,
  'os-container': OsContainer,
  'app-container': AppContainer,
};

/** What the chosen method needs to know. */
export function MediaStep(props: StepProps) {
  const method = useWizard((state) => state.draft.how.method);
  const View = VIEWS[method];
  return <View {...props} />;
}
