import { attr, define, text, yesNo } from '../field/index.ts';

/** A secret that libvirt keeps (https://libvirt.org/formatsecret.html); its value is not in the XML. */
export class Secret extends define(
  {
    ephemeral: yesNo('@ephemeral'),
    private: yesNo('@private'),
    uuid: text('uuid'),
    description: text('description'),
    usageType: attr('usage/@type', ['volume', 'ceph', 'iscsi', 'tls', 'vtpm']),
    volume: text('usage/volume'),
    usageName: text('usage/name'),
    target: text('usage/target'),
  },
  'secret',
) {}
