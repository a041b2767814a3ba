import { z } from 'zod';
import { HostCapabilities, ShowTarget } from './app.ts';
import { CertificateWish, MadeCertificates } from './certificates.ts';
import { ConnectionId, DomainRef, JobId, Nothing, ObjectName, XmlText } from './common.ts';
import { Connection, ConnectionOffer, ConnectionSettings, HostSuggestions } from './connections.ts';
import { ConsoleInfo, Ticket } from './consoles.ts';
import { RememberedCredentials } from './credentials.ts';
import { Diagnosis, DiagnosisRun, DiagnosisStep } from './doctor.ts';
import { DomainEvent, InventoryPatch, InventorySnapshot, StatsTick } from './domains.ts';
import { HostDetails } from './host.ts';
import { Job } from './jobs.ts';
import { Prompt } from './prompts.ts';
import { HostOptions, NewMachine, NewMachinePreview } from './provision.ts';
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
    start: call({ input: DomainRef, output: Nothing }),
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
  },
  storage: {
    pools: call({ input: onConnection, output: z.array(PoolInfo) }),
    volumes: call({
      input: onConnection.extend({ pool: ObjectName, refresh: z.boolean() }),
      output: z.array(VolumeInfo),
    }),
  },
  networks: {
    list: call({ input: onConnection, output: z.array(NetworkInfo) }),
  },
  consoles: {
    list: call({ input: DomainRef, output: z.array(ConsoleInfo) }),
    /** Opens the display; the RFB bytes come through the byte channel of the ticket. */
    openGraphics: call({
      input: DomainRef.extend({ key: z.string() }),
      output: z.object({ ticket: Ticket }),
    }),
    /** Opens a character device. `force` takes it over from whoever has it. */
    openText: call({
      input: DomainRef.extend({ key: z.string(), force: z.boolean() }),
      output: z.object({ ticket: Ticket }),
    }),
    /** The display's password, for the renderer's RFB client to answer the server's challenge; null: none. */
    graphicsPassword: call({
      input: DomainRef.extend({ key: z.string() }),
      output: z.object({ password: z.string().nullable() }),
    }),
  },
  provision: {
    hostOptions: call({ input: onConnection, output: HostOptions }),
    /** Null when the name can be used, else the reason. */
    checkName: call({
      input: onConnection.extend({ name: z.string().max(1000) }),
      output: z.object({ problem: z.string().nullable() }),
    }),
    preview: call({ input: NewMachine, output: NewMachinePreview }),
    create: call({ input: NewMachine, output: z.object({ job: JobId }) }),
  },
  jobs: {
    cancel: call({ input: z.object({ id: JobId }), output: Nothing }),
    /** Forgets a job that has ended. */
    dismiss: call({ input: z.object({ id: JobId }), output: Nothing }),
  },
  settings: {
    update: call({ input: Settings, output: Nothing }),
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
