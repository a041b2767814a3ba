import { z } from 'zod';
import { HostCapabilities, ShowTarget } from './app.ts';
import { CertificateWish, MadeCertificates } from './certificates.ts';
import { ConnectionId, DomainRef, JobId, Nothing, ObjectName, XmlText } from './common.ts';
import { Connection, ConnectionOffer, ConnectionSettings, HostSuggestions } from './connections.ts';
import { consoleCalls } from './consoleCalls.ts';
import { ConsoleLogChange } from './consoles.ts';
import { PublicKey, RememberedCredentials } from './credentials.ts';
import { Diagnosis, DiagnosisRun, DiagnosisStep } from './doctor.ts';
import { DomainEvent, InventoryPatch, InventorySnapshot, StatsTick } from './domains.ts';
import {
  Definitions,
  EditResult,
  HistoryItem,
  HistoryRef,
  HostDevice,
  MachineEditInput,
  NodeDeviceKind,
  PlatformQuestion,
  Resolution,
  StorageUse,
} from './editing.ts';
import { BackingChain, DiskUsage, GuestFacts, RenameInput, TextsInput } from './guests.ts';
import { HostDetails, HostNetworking } from './host.ts';
import { Job } from './jobs.ts';
import { machineCalls, recipeCalls, sourceCalls, uploadCalls } from './machine/calls.ts';
import { MediaGuess, OsSource } from './media.ts';
import { OsDatabaseInfo, OsEntry, OsFacts } from './osinfo.ts';
import { Prompt } from './prompts.ts';
import { Settings, UiState } from './settings.ts';
import { type ClientOf, call, type HandlersOf, type PayloadsOf } from './spec.ts';
import { NetworkInfo, PoolInfo, VolumeInfo } from './storage.ts';

const onConnection = z.object({ connection: ConnectionId });

/** Every call that the renderer can make. Grouped as the services in main are. */
export const calls = {
  app: {
    /** First call of a window: what it runs in, and everything that main already knows. */
    hello: call({
      input: Nothing,
      output: z.object({
        capabilities: HostCapabilities,
        settings: Settings,
        uiState: UiState,
        connections: z.array(Connection),
        jobs: z.array(Job),
        prompts: z.array(Prompt),
        /** What the user should know about the start: a damaged settings file that was kept aside... */
        notices: z.array(z.string()).default([]),
        /** What the command line asked for; told to the first window only. */
        show: ShowTarget.nullable().default(null),
      }),
    }),
    /** A hidden window needs fewer statistics. */
    setVisible: call({ input: z.object({ visible: z.boolean() }), output: Nothing }),
    openExternal: call({ input: z.object({ url: z.string().max(2048) }), output: Nothing }),
    /**
     * Opens an https address that a guest has printed, after the user has seen it and said so. `opened` is false where
     * main has no browser (a server): the window may open it itself. `denied` for addresses that are never opened.
     */
    openGuestLink: call({
      input: z.object({ url: z.string().max(2048) }),
      output: z.object({ opened: z.boolean() }),
    }),
  },
  connections: {
    /** Connections found on this machine that are not in the list. */
    offers: call({ input: Nothing, output: z.array(ConnectionOffer) }),
    /** Hosts of ~/.ssh/config and known_hosts, and libvirt's aliases, for the form that adds a connection. */
    hostSuggestions: call({ input: Nothing, output: HostSuggestions }),
    /** Saves a connection and opens it. */
    add: call({ input: ConnectionSettings, output: Connection }),
    update: call({ input: onConnection.extend({ settings: ConnectionSettings }), output: Connection }),
    remove: call({ input: onConnection, output: Nothing }),
    open: call({ input: onConnection, output: Nothing }),
    /** Closes it, or cancels an attempt under way. */
    close: call({ input: onConnection, output: Nothing }),
    /** Examines a URI step by step; the steps are told to this window as they go (`diagnosisStep`). */
    diagnose: call({
      input: z.object({ run: DiagnosisRun, uri: z.string().max(4096), readOnly: z.boolean() }),
      output: Diagnosis,
    }),
    stopDiagnosis: call({ input: z.object({ run: DiagnosisRun }), output: Nothing }),
  },
  certificates: {
    /** Makes an authority and certificates for TLS connections on this machine; takes some seconds for each. */
    make: call({ input: CertificateWish, output: MadeCertificates }),
  },
  hosts: {
    /** Everything that the host tells of itself, read anew. */
    details: call({ input: onConnection, output: HostDetails }),
    /** What machines of a kind can have there; null where the driver does not tell. */
    domainCapabilities: call({
      input: onConnection.extend(PlatformQuestion.shape),
      output: z.object({ xml: XmlText.nullable() }),
    }),
    /** The host's own devices of these kinds, and which machines have them. */
    nodeDevices: call({
      input: onConnection.extend({ kinds: z.array(NodeDeviceKind).max(20) }),
      output: z.array(HostDevice),
    }),
    /** The network filters, and the MAC addresses that machines have. */
    networking: call({ input: onConnection, output: HostNetworking }),
  },
  prompts: {
    /** Null cancels. */
    answer: call({
      input: z.object({
        id: z.string(),
        answers: z.record(z.string(), z.string().max(65536)).nullable(),
        remember: z.boolean(),
      }),
      output: Nothing,
    }),
  },
  credentials: {
    /** What is remembered, by connection and purpose; never the secrets. */
    list: call({ input: Nothing, output: RememberedCredentials }),
    forget: call({ input: z.object({ id: z.string().max(8192) }), output: Nothing }),
    /** The user's own public keys, for machines that he shall be let into. */
    publicKeys: call({ input: Nothing, output: z.array(PublicKey) }),
  },
  inventory: {
    /** The whole picture of a connection; patches with higher revisions follow as events. */
    snapshot: call({ input: onConnection, output: InventorySnapshot }),
    /** These rows are on the screen: what is still to be read of them (titles, tags...) is read first. */
    looking: call({
      input: onConnection.extend({ uuids: z.array(z.string()).max(200) }),
      output: Nothing,
    }),
  },
  stats: {
    /** Ask for statistics ticks of these connections, for this window; an empty list stops them. */
    watch: call({ input: z.object({ connections: z.array(ConnectionId).max(1000) }), output: Nothing }),
  },
  domains: {
    /** @param resetNvram makes the firmware's settings anew from their template first */
    start: call({ input: DomainRef.extend({ resetNvram: z.boolean().optional() }), output: Nothing }),
    shutdown: call({ input: DomainRef, output: Nothing }),
    reboot: call({ input: DomainRef, output: Nothing }),
    reset: call({ input: DomainRef, output: Nothing }),
    destroy: call({ input: DomainRef, output: Nothing }),
    suspend: call({ input: DomainRef, output: Nothing }),
    resume: call({ input: DomainRef, output: Nothing }),
    setAutostart: call({ input: DomainRef.extend({ autostart: z.boolean() }), output: Nothing }),
    /** The definition: of the running machine, or (inactive) the saved one. Without secrets. */
    xml: call({ input: DomainRef.extend({ inactive: z.boolean() }), output: z.object({ xml: XmlText }) }),
    /** What happened to it lately, newest last. */
    events: call({ input: DomainRef, output: z.array(DomainEvent) }),
    /** Changes title, description, notes, tags or icon, in the saved definition and the running machine. */
    setTexts: call({ input: TextsInput, output: Nothing }),
    /** Gives a machine that is off another name. */
    rename: call({ input: RenameInput, output: Nothing }),
    /** Asks the guest's agent, and where there is none the host, what they know of the guest. May take seconds. */
    guest: call({ input: DomainRef, output: GuestFacts }),
    /** Sizes of its disks. */
    diskUsage: call({ input: DomainRef, output: z.array(DiskUsage) }),
    /** The images that a disk consists of. */
    backingChain: call({
      input: DomainRef.extend({ target: z.string().min(1).max(64) }),
      output: BackingChain,
    }),
  },
  editing: {
    /** Both definitions, without secrets. */
    definitions: call({ input: DomainRef, output: Definitions }),
    /** Makes changes by field in the saved definition and, where libvirt can, in the running machine. */
    apply: call({ input: MachineEditInput, output: EditResult }),
    /** Makes a disk larger (or, off, smaller): of the running machine, or the volume of one that is off. */
    resizeDisk: call({
      input: DomainRef.extend({ target: z.string().min(1).max(64), bytes: z.number().int().positive() }),
      output: Nothing,
    }),
    /** Defines a machine that was deleted again, from the edit that was kept of it. Secrets in it are lost. */
    defineAgain: call({ input: DomainRef.extend({ xml: XmlText }), output: Nothing }),
  },
  history: {
    /** Definitions of the machine that were replaced, newest first. */
    list: call({ input: DomainRef, output: z.array(HistoryItem) }),
    xml: call({ input: HistoryRef, output: z.object({ xml: XmlText }) }),
    /** Makes the saved definition what it was then, by field: secrets stay. */
    restore: call({
      input: HistoryRef.extend({ resolutions: z.array(Resolution).max(10_000).default([]) }),
      output: EditResult,
    }),
  },
  storage: {
    pools: call({ input: onConnection, output: z.array(PoolInfo) }),
    volumes: call({
      input: onConnection.extend({ pool: ObjectName, refresh: z.boolean() }),
      output: z.array(VolumeInfo),
    }),
    /** What a path of the host is, and which machines have it. May take seconds. */
    use: call({
      input: onConnection.extend({ path: z.string().min(1).max(4096) }),
      output: StorageUse,
    }),
  },
  networks: {
    list: call({ input: onConnection, output: z.array(NetworkInfo) }),
  },
  consoles: consoleCalls,
  osinfo: {
    /** The database of operating systems, and what to install where it is missing. */
    info: call({ input: Nothing, output: OsDatabaseInfo }),
    /** All systems, newest first within a family; a few generic ones without the database. */
    list: call({ input: Nothing, output: z.object({ systems: z.array(OsEntry) }) }),
    /** What a new machine has to know of a system; null: of one that is not known. */
    facts: call({
      input: z.object({ id: z.string().max(512).nullable(), arch: z.string().max(32) }),
      output: OsFacts,
    }),
    /** What a medium or a disk image seems to be; reads some 64 KiB. Says why where it cannot tell. */
    identify: call({ input: onConnection.extend({ source: OsSource }), output: MediaGuess }),
  },
  machines: machineCalls,
  recipes: recipeCalls,
  uploads: uploadCalls,
  sources: sourceCalls,
  jobs: {
    cancel: call({ input: z.object({ id: JobId }), output: Nothing }),
    /** Forgets a job that has ended. */
    dismiss: call({ input: z.object({ id: JobId }), output: Nothing }),
  },
  settings: {
    update: call({ input: Settings, output: Nothing }),
    /** Keeps what has changed; another window may have changed the rest. */
    saveUiState: call({ input: UiState, output: Nothing }),
  },
} as const;

/** Everything that main tells the renderer without being asked. */
export const events = {
  /** A connection was added or changed. */
  connectionChanged: Connection,
  connectionRemoved: z.object({ id: ConnectionId }),
  inventoryPatch: InventoryPatch,
  /** The picture was read anew as a whole (after connecting or reconnecting). */
  inventorySnapshot: InventorySnapshot,
  statsTick: StatsTick,
  domainEvent: DomainEvent,
  consoleLogChanged: ConsoleLogChange,
  jobChanged: Job,
  jobRemoved: z.object({ id: JobId }),
  promptAdded: Prompt,
  promptRemoved: z.object({ id: z.string() }),
  settingsChanged: Settings,
  /** A step of an examination that this window has asked for began or ended. */
  diagnosisStep: z.object({ run: DiagnosisRun, step: DiagnosisStep }),
  /** Something went wrong that nobody asked for: settings that cannot be written... */
  notice: z.object({ message: z.string() }),
  /** The application was asked (by a second start) to show something. */
  show: ShowTarget,
} as const;

export type Client = ClientOf<typeof calls>;
export type Handlers<Caller> = HandlersOf<typeof calls, Caller>;
export type Events = PayloadsOf<typeof events>;
export type EventName = keyof Events;
