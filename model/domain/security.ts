import { attr, define, int, text, yesNo } from '../field/index.ts';

/** Protection of the guest's memory from the host (SEV, SEV-SNP, TDX, s390 protected virtualization). */
export class LaunchSecurity extends define({
  type: attr('@type', ['sev', 'sev-snp', 'tdx', 's390-pv']),
  kernelHashes: yesNo('@kernelHashes'),
  authorKey: yesNo('@authorKey'),
  vcek: yesNo('@vcek'),
  cbitpos: int('cbitpos'),
  reducedPhysBits: int('reducedPhysBits'),
  policy: text('policy'),
  handle: int('handle'),
  dhCert: text('dhCert'),
  session: text('session'),
  guestVisibleWorkarounds: text('guestVisibleWorkarounds'),
  idBlock: text('idBlock'),
  idAuth: text('idAuth'),
  hostData: text('hostData'),
  mrConfigId: text('mrConfigId'),
  mrOwner: text('mrOwner'),
  mrOwnerConfig: text('mrOwnerConfig'),
  quoteGenerationType: attr('quoteGenerationService/@type'),
  quoteGenerationPath: attr('quoteGenerationService/@path'),
  quoteGenerationService: text('quoteGenerationService'),
}) {}
