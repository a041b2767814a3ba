/** noVNC 1.7 ships no types; these are of the parts that we use (its docs/API.md). */
declare module '@novnc/novnc' {
  /** What noVNC takes instead of an address: the shape of a WebSocket. */
  export interface RawChannel {
    binaryType: string;
    readonly protocol: string;
    readonly readyState: 'connecting' | 'open' | 'closing' | 'closed';
    onopen: (() => void) | null;
    onmessage: ((event: { data: ArrayBuffer }) => void) | null;
    onerror: ((event: unknown) => void) | null;
    onclose: ((event: { code?: number; reason?: string }) => void) | null;
    send(data: Uint8Array): void;
    close(): void;
  }

  export interface RfbCredentials {
    username?: string;
    password?: string;
    target?: string;
  }

  export interface RfbOptions {
    shared?: boolean;
    credentials?: RfbCredentials;
  }

  /** The rectangle that is being received. */
  interface Rectangle {
    x: number;
    y: number;
    width: number;
    height: number;
    encoding: number | null;
  }

  /** The receive queue. */
  interface Queue {
    rQlen(): number;
    rQskipBytes(count: number): void;
    rQpeekBytes(count: number): Uint8Array<ArrayBuffer>;
    rQwait(what: string, count: number, goBack?: number): boolean;
  }

  /** Notes which keys are down. */
  interface Keyboard {
    _allKeysUp(): void;
  }

  /** What is sent. */
  interface Messages {
    fbUpdateRequest(
      sock: Queue,
      incremental: boolean,
      x: number,
      y: number,
      width: number,
      height: number,
    ): void;
    clientEncodings(sock: Queue, encodings: readonly number[]): void;
    clientCutText(sock: Queue, data: Uint8Array, extended: boolean): void;
  }

  export interface RfbEvents {
    /** Of clipboardRfb.ts. */
    clipboardtoolong: CustomEvent<void>;
    /** Of sizedRfb.ts. */
    resizestate: CustomEvent<void>;
    bell: CustomEvent<void>;
    clipboard: CustomEvent<{ text: string }>;
    connect: CustomEvent<void>;
    credentialsrequired: CustomEvent<{ types: string[] }>;
    desktopname: CustomEvent<{ name: string }>;
    disconnect: CustomEvent<{ clean: boolean }>;
    securityfailure: CustomEvent<{ status: number; reason?: string }>;
    serververification: CustomEvent<{ type: string; publickey?: Uint8Array }>;
  }

  export default class RFB {
    constructor(target: HTMLElement, channel: RawChannel, options?: RfbOptions);
    /** Not part of its API: what it sends. */
    static readonly messages: Messages;
    /** Not part of its API: what clipboardRfb.ts, guardedRfb.ts and sizedRfb.ts override and read. */
    protected readonly _canvas: HTMLCanvasElement;
    protected readonly _display: { scale: number; flush(): Promise<void> };
    protected readonly _flushing: boolean;
    protected readonly _supportsSetDesktopSize: boolean;
    protected readonly _pendingRemoteResize: boolean;
    protected _updateScale(): void;
    protected _screenSize(): { w: number; h: number };
    protected _requestRemoteResize(): void;
    protected _handleExtendedDesktopSize(): boolean;
    protected readonly _sock: Queue;
    protected readonly _FBU: Rectangle;
    protected readonly _fbWidth: number;
    protected readonly _fbHeight: number;
    protected readonly _keyboard: Keyboard;
    protected readonly _rfbConnectionState: string;
    protected readonly _clipboardServerCapabilitiesFormats: Readonly<Record<number, boolean>>;
    protected _clipboardText: string | null;
    protected _sendEncodings(): void;
    protected _resize(width: number, height: number): void;
    protected _handleRect(): boolean;
    protected _negotiateServerInit(): boolean;
    protected _normalMsg(): boolean;
    protected _handleServerCutText(): boolean;
    protected _handleMessage(): void;
    protected _fail(details: string): boolean;
    protected dispatchEvent(event: Event): boolean;
    background: string;
    clipViewport: boolean;
    compressionLevel: number;
    dragViewport: boolean;
    focusOnClick: boolean;
    qualityLevel: number;
    resizeSession: boolean;
    scaleViewport: boolean;
    showDotCursor: boolean;
    viewOnly: boolean;
    addEventListener<K extends keyof RfbEvents>(type: K, listener: (event: RfbEvents[K]) => void): void;
    removeEventListener<K extends keyof RfbEvents>(type: K, listener: (event: RfbEvents[K]) => void): void;
    blur(): void;
    clipboardPasteFrom(text: string): void;
    disconnect(): void;
    focus(options?: FocusOptions): void;
    sendCredentials(credentials: RfbCredentials): void;
    sendKey(keysym: number, code: string, down?: boolean): void;
    toBlob(callback: (blob: Blob | null) => void, type?: string, quality?: number): void;
    toDataURL(type?: string, quality?: number): string;
  }
}
