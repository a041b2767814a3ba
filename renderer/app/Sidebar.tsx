import { TextInput, UnstyledButton } from '@mantine/core';
import {
  IconListCheck,
  IconPlus,
  type IconProps,
  IconSearch,
  IconServer2,
  IconSettings,
} from '@tabler/icons-react';
import { type ComponentType, type PointerEvent, useState } from 'react';
import { setActivityOpen, useActivityPanel } from '../features/activity/activityPanel.ts';
import { openAddConnection } from '../features/connections/ConnectionDialog.tsx';
import { useRunningJobs } from '../state/jobs.ts';
import { navigate, useRoute } from '../state/route.ts';
import { readNumber, saveUiValue, useUiState } from '../state/uiState.ts';
import { cx } from '../ui/cx.ts';
import classes from './Sidebar.module.css';
import { SidebarTree } from './SidebarTree.tsx';

const WIDTH = 'sidebar.width';
const MIN = 180;
const MAX = 480;

/** Hosts, machines, and the way to everything else. Its right border can be dragged. */
export function Sidebar() {
  const [filter, setFilter] = useState('');
  const route = useRoute();
  const width = useUiState((state) => readNumber(state.values[WIDTH], 250, MIN, MAX));
  return (
    <nav className={classes.sidebar} style={{ width }} aria-label="Navigation">
      <div className={classes.top}>
        <TextInput
          aria-label="Filter hosts and machines"
          placeholder="Filter"
          data-sidebar-filter
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
          leftSection={<IconSearch size={15} aria-hidden />}
        />
      </div>
      <SidebarLink
        icon={IconServer2}
        label="All machines"
        current={route.page === 'fleet'}
        onClick={() => navigate({ page: 'fleet' })}
      />
      <SidebarTree filter={filter} />
      <SidebarFoot />
      <Resizer width={width} />
    </nav>
  );
}

function SidebarFoot() {
  const running = useRunningJobs();
  const activity = useActivityPanel((state) => state.open);
  const route = useRoute();
  return (
    <div className={classes.foot}>
      <SidebarLink icon={IconPlus} label="Add connection" onClick={openAddConnection} />
      <SidebarLink
        icon={IconListCheck}
        label="Activity"
        count={running}
        pressed={activity}
        onClick={() => setActivityOpen(!activity)}
      />
      <SidebarLink
        icon={IconSettings}
        label="Settings"
        current={route.page === 'settings'}
        onClick={() => navigate({ page: 'settings' })}
      />
    </div>
  );
}

interface SidebarLinkProps {
  icon: ComponentType<IconProps>;
  label: string;
  count?: number;
  current?: boolean;
  pressed?: boolean;
  onClick: () => void;
}

function SidebarLink({ icon: Icon, label, count = 0, current, pressed, onClick }: SidebarLinkProps) {
  return (
    <UnstyledButton
      className={cx(classes.link, current && classes.current)}
      aria-current={current ? 'page' : undefined}
      aria-pressed={pressed}
      aria-label={count > 0 ? `${label}, ${count} running` : label}
      onClick={onClick}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
      <span>{label}</span>
      {count > 0 && <span className={classes.badge}>{count}</span>}
    </UnstyledButton>
  );
}

/** The border between the sidebar and the page: dragged, or moved with the arrow keys. */
function Resizer({ width }: { width: number }) {
  const set = (value: number) => saveUiValue(WIDTH, Math.round(Math.min(MAX, Math.max(MIN, value))));
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const from = event.clientX - width;
    const target = event.currentTarget;
    target.setPointerCapture(event.pointerId);
    target.onpointermove = (move) => set(move.clientX - from);
    target.onpointerup = () => {
      target.onpointermove = null;
      target.onpointerup = null;
    };
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the sidebar"
      aria-valuenow={width}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      tabIndex={0}
      className={classes.resizer}
      onPointerDown={onPointerDown}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(width - 20);
        if (event.key === 'ArrowRight') set(width + 20);
      }}
    />
  );
}
