import { randomUUID } from 'node:crypto';
import { apiError, calls, type Handlers } from '../../../../contract/index.ts';
import type { Platform, Services } from '../../../../main/app/platform.ts';
import type { ShowWish } from '../../../../main/app/startRequest.ts';
import type { Caller } from '../../../../main/ipc/caller.ts';

type Answers = { [G in keyof Handlers<Caller>]?: Partial<Handlers<Caller>[G]> };

/** Handlers of every call: the given ones, and for the rest a refusal. */
function handlersWith(answers: Answers): Handlers<Caller> {
  const refuse = () => Promise.reject(apiError('unsupported', 'Not in this test.'));
  const tree = Object.fromEntries(
    Object.entries(calls).map(([group, members]) => [
      group,
      {
        ...Object.fromEntries(Object.keys(members).map((name) => [name, refuse])),
        ...answers[group as keyof Answers],
      },
    ]),
  );
  return tree as unknown as Handlers<Caller>;
}

/** What happened to the services of a test. */
export interface TinyServices extends Services {
  readonly started: string[][];
  readonly shown: string[][];
  readonly wishes: ShowWish[];
  readonly stops: number;
}

/**
 * Services that answer a few calls without libvirt: `app.hello`, an echo (`domains.xml`: the uuid as
 * text), a text console that echoes its bytes, and whatever else is given.
 */
export function tinyServices(platform: Platform, answers: Answers = {}): TinyServices {
  const started: string[][] = [];
  const shown: string[][] = [];
  const wishes: ShowWish[] = [];
  let stops = 0;
  const handlers = handlersWith({
    app: {
      hello: () => ({
        capabilities: { ...platform.capabilities, libvirtVersion: null, libvirtProblem: null },
        settings: {},
        uiState: {},
        connections: [],
        jobs: [],
        prompts: [],
      }),
      setVisible: ({ visible }, caller) => {
        caller.visible = visible;
        return {};
      },
    },
    domains: { xml: ({ uuid }) => ({ xml: `<uuid>${uuid}</uuid>` }) },
    consoles: {
      openText: (_input, caller) => ({
        ticket: platform.bytes.issue(caller, (channel) => {
          channel.onData(async (bytes) => {
            channel.send(bytes);
            await channel.drained();
          });
        }),
      }),
    },
    ...answers,
  });
  return {
    handlers,
    started,
    shown,
    wishes,
    get stops() {
      return stops;
    },
    start: async (uris) => void started.push([...uris]),
    show: async (uris, wish) => {
      shown.push([...uris]);
      if (wish) wishes.push(wish);
    },
    stop: async () => {
      stops += 1;
    },
  };
}

/** A domain to name in calls. */
export const someDomain = { connection: 'c1', uuid: randomUUID() };
