import {
  IconBox,
  IconBrandDocker,
  IconCloud,
  IconDatabase,
  IconDatabaseExport,
  IconDeviceDesktop,
  IconDeviceGamepad2,
  IconDeviceLaptop,
  IconFlask,
  IconHammer,
  IconHeartRateMonitor,
  IconMail,
  IconRouter,
  IconServer,
  IconShield,
  IconWorld,
} from '@tabler/icons-react';
import { MACHINE_ICONS, type MachineIcon } from '../../../../contract/index.ts';

const ICONS = {
  server: IconServer,
  web: IconWorld,
  database: IconDatabase,
  desktop: IconDeviceDesktop,
  laptop: IconDeviceLaptop,
  storage: IconBox,
  backup: IconDatabaseExport,
  mail: IconMail,
  router: IconRouter,
  firewall: IconShield,
  container: IconBrandDocker,
  cloud: IconCloud,
  build: IconHammer,
  monitor: IconHeartRateMonitor,
  test: IconFlask,
  game: IconDeviceGamepad2,
} as const satisfies Record<MachineIcon, typeof IconServer>;

/** The picture of a word of the definition; null: there is none, or another client's. */
export function MachinePicture({ icon, size = 20 }: { icon: string | null | undefined; size?: number }) {
  const known = MACHINE_ICONS.find((name) => name === icon);
  if (!known) return null;
  const Icon = ICONS[known];
  return <Icon size={size} stroke={1.6} aria-hidden />;
}
