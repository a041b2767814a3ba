import type {
  ConnectionId,
  Definitions,
  DomainRef,
  EditResult,
  NewVolume,
  Resolution,
  Uuid,
} from '../../../../contract/index.ts';
import { client } from '../../../state/host.ts';
import { machineEditId } from './keptEdits.ts';

/** An edit that is to be made. */
export interface WantedEdit {
  readonly base: string;
  readonly proposed: string;
  readonly resolutions: readonly Resolution[];
  readonly validate: boolean;
  /** What it is made in: the saved definition, the running machine. */
  readonly saved: boolean;
  readonly live: boolean;
  /** What is made before it, and deleted after it. */
  readonly newVolumes: readonly NewVolume[];
  readonly deleteStorage: readonly string[];
}

/** Where the definition comes from that is edited, and where the edit goes. */
export interface EditSource {
  /** Tells one edit from others. */
  readonly id: string;
  readonly kind: 'machine' | 'draft';
  readonly connection: ConnectionId;
  /** Null: it does not exist yet. */
  readonly uuid: Uuid | null;
  load(): Promise<Definitions>;
  apply(edit: WantedEdit): Promise<EditResult>;
}

/**
 * A machine that exists.
 * @param cause why its definition is replaced, for the history
 */
export function machineSource({ connection, uuid }: DomainRef, cause = 'Hardware changed'): EditSource {
  return {
    id: machineEditId({ connection, uuid }),
    kind: 'machine',
    connection,
    uuid,
    load: () => client().editing.definitions({ connection, uuid }),
    apply: ({ saved, live, resolutions, newVolumes, deleteStorage, ...edit }) =>
      client().editing.apply({
        connection,
        uuid,
        ...edit,
        resolutions: [...resolutions],
        newVolumes: [...newVolumes],
        deleteStorage: [...deleteStorage],
        // A transient machine has nothing else than what runs.
        scope: { saved, live },
        cause,
      }),
  };
}

/**
 * A definition that nobody has yet: the XML of a new machine before it is made.
 * @param commit takes the edited XML when the user applies it
 */
export function draftSource(options: {
  id: string;
  connection: ConnectionId;
  xml: string;
  commit: (xml: string) => void | Promise<void>;
}): EditSource {
  let current = options.xml;
  return {
    id: `draft ${options.id}`,
    kind: 'draft',
    connection: options.connection,
    uuid: null,
    load: () => Promise.resolve({ live: null, saved: current }),
    apply: async ({ proposed }) => {
      await options.commit(proposed);
      current = proposed;
      return { changes: [], conflicts: [], refused: null };
    },
  };
}
