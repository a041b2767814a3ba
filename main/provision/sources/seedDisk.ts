import type { CloudInit } from '../../../contract/index.ts';

/** The volume id by which cloud-init knows a NoCloud disk. */
export const SEED_LABEL = 'cidata';

/** Names of the documents, without making them: what does that is loaded when it is needed. */
export function documentNames(cloudInit: Exclude<CloudInit, { kind: 'none' }>): string[] {
  const network =
    cloudInit.kind === 'raw' ? cloudInit.networkConfig.trim() !== '' : cloudInit.network.kind === 'static';
  return ['user-data', 'meta-data', ...(network ? ['network-config'] : [])];
}
