import { Button, Loader, Tabs } from '@mantine/core';
import { IconDeviceDesktopOff, IconPlugX } from '@tabler/icons-react';
import { Suspense, useEffect, useState } from 'react';
import { type Connection, type ConsoleInfo, type DomainRow, isActive } from '../../../contract/index.ts';
import { domainKey } from '../../state/keys.ts';
import { machineName } from '../../state/machineName.ts';
import { navigate } from '../../state/route.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import classes from './Console.module.css';
import { OtherDisplay } from './OtherDisplay.tsx';
import { SplitDivider, SplitMenu } from './SplitTools.tsx';
import { useSplit } from './split.ts';
import { consoleId, firstChoice, useConsoleList } from './useConsoleList.ts';

const GraphicsConsole = lazyPart(async () => (await import('./GraphicsConsole.tsx')).GraphicsConsole);
const TextConsole = lazyPart(async () => (await import('./TextConsole.tsx')).TextConsole);

interface ConsoleTabProps {
  connection: Connection;
  row: DomainRow;
  hidden: boolean;
}

/** All consoles of a machine, each in its own tab, or two at once; those that were opened stay open. */
export function ConsoleTab({ connection, row, hidden }: ConsoleTabProps) {
  const { list, error, reload } = useConsoleList(connection, row);
  const [chosen, setChosen] = useState<string | null>(null);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const current = list?.find((info) => consoleId(info) === chosen) ?? firstChoice(list ?? []);
  const currentId = current && consoleId(current);
  const [saved, setSplit] = useSplit(domainKey({ connection: connection.id, uuid: row.uuid }));
  const besideId = list?.map(consoleId).find((id) => id === saved?.beside && id !== currentId);
  const split = besideId === undefined ? null : saved;
  useEffect(() => {
    if (hidden) return;
    const shown = [currentId, besideId].filter((id) => id !== undefined);
    setVisited((before) => (shown.every((id) => before.has(id)) ? before : new Set([...before, ...shown])));
  }, [currentId, besideId, hidden]);
  const choose = (id: string | null) => {
    // The one beside and the chosen one change places.
    if (split && currentId && id === besideId) setSplit({ ...split, beside: currentId });
    setChosen(id);
  };

  if (error && !list) {
    return (
      <div className={classes.page} hidden={hidden} style={{ padding: 16 }}>
        <ErrorView title="The consoles could not be listed" error={error} again={reload} />
      </div>
    );
  }
  if (!list && connection.status !== 'connected') {
    return (
      <div className={classes.page} hidden={hidden}>
        <EmptyState
          icon={IconPlugX}
          title="The host is not connected"
          text="The consoles are shown again when it is."
        />
      </div>
    );
  }
  if (!list) return hidden ? null : <Loader size="sm" m="auto" aria-label="Loading" />;
  if (!current || !currentId) {
    return (
      <div className={classes.page} hidden={hidden}>
        <EmptyState
          icon={IconDeviceDesktopOff}
          title="This machine has no console"
          text="Its definition has neither a display nor a serial port."
        >
          <Button
            onClick={() =>
              navigate(
                { page: 'machine', connection: connection.id, uuid: row.uuid, tab: 'hardware' },
                { replace: true },
              )
            }
          >
            Add one in Hardware
          </Button>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={classes.page} hidden={hidden}>
      <div className={classes.tabs}>
        <Tabs value={currentId} onChange={choose}>
          <Tabs.List aria-label="Consoles">
            {list.map((info) => (
              <Tabs.Tab key={consoleId(info)} value={consoleId(info)}>
                {info.title}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        {list.length > 1 && (
          <SplitMenu others={list.filter((info) => info !== current)} split={split} onChange={setSplit} />
        )}
      </div>
      <div className={classes.area} data-way={split?.way ?? 'row'}>
        {list
          .filter((info) => info === current || visited.has(consoleId(info)))
          .map((info) => {
            const id = consoleId(info);
            return (
              <div
                key={id}
                className={classes.page}
                style={split ? placeOf(id === currentId, split.share) : undefined}
                hidden={id !== currentId && id !== besideId}
              >
                <Suspense fallback={<Loader size="sm" m="auto" aria-label="Loading" />}>
                  <OneConsole connection={connection} row={row} info={info} onChanged={reload} />
                </Suspense>
              </div>
            );
          })}
        {split && <SplitDivider split={split} onMove={(share) => setSplit({ ...split, share })} />}
      </div>
    </div>
  );
}

/** Where a console stands that shares the room with another. The border between them has order 1. */
function placeOf(isFirst: boolean, share: number) {
  return { order: isFirst ? 0 : 2, flex: `${String(isFirst ? share : 100 - share)} 1 0` };
}

interface OneConsoleProps {
  connection: Connection;
  row: DomainRow;
  info: ConsoleInfo;
  /** It is the only thing in its window. */
  alone?: boolean;
  /** The list of consoles is another one. */
  onChanged: () => void;
}

/** A console, or why there is none and what to do instead. */
export function OneConsole({ connection, row, info, alone, onChanged }: OneConsoleProps) {
  if (info.instead !== null && connection.status === 'connected') {
    return (
      <OtherDisplay
        connection={connection}
        row={row}
        info={info}
        instead={info.instead}
        onChanged={onChanged}
      />
    );
  }
  // While it is off everything is refused for that one reason, which the console itself shows with Start.
  if (info.refusal !== null && isActive(row) && connection.status === 'connected') {
    return <EmptyState icon={IconPlugX} title={`${info.title} cannot be shown here`} text={info.refusal} />;
  }
  const about = { domain: { connection: connection.id, uuid: row.uuid }, machine: machineName(row), info };
  return info.kind === 'graphics' ? (
    <GraphicsConsole {...about} {...(alone && { alone })} />
  ) : (
    <TextConsole {...about} {...(alone && { alone })} />
  );
}
