// What hooks are told as calls go on, for logs and traces: plain records without header values, bodies
// or credentials. Calling a hook never fails the call it tells of.

/** What `onRequest` is told: one attempt is about to be sent. */
export interface RequestRecord {
  readonly method: string;
  readonly url: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Names of the headers; their values may be secrets. */
  readonly headerNames: readonly string[];
}

/** What `onResponse` is told: one attempt was answered. */
export interface ResponseRecord {
  readonly method: string;
  readonly url: string;
  readonly attempt: number;
  readonly status: number;
  readonly headerNames: readonly string[];
  /** From sending to the end of the body, or to the headers of a stream, in milliseconds. */
  readonly durationMs: number;
}

/** What `onRetry` is told: a call is about to be repeated. */
export interface RetryRecord {
  readonly method: string;
  readonly url: string;
  /** The attempt that failed. */
  readonly attempt: number;
  /** Pause before the next one, in milliseconds. */
  readonly delayMs: number;
  readonly reason: string;
}

/** What `onReconnect` is told: a stream whose connection ended is about to get another one. */
export interface ReconnectRecord {
  /** 1 for the first reconnect since something new arrived. */
  readonly attempt: number;
  /** What ended the connection before. */
  readonly reason: string;
  readonly lastEventId: string | undefined;
}

/** Called as things happen, for logs and traces. What a hook throws is dropped. */
export interface Hooks {
  onRequest?: ((record: RequestRecord) => void) | undefined;
  onResponse?: ((record: ResponseRecord) => void) | undefined;
  onRetry?: ((record: RetryRecord) => void) | undefined;
  onReconnect?: ((record: ReconnectRecord) => void) | undefined;
}

/** The names of {@link Hooks}. */
export const hookNames: Readonly<Record<keyof Hooks, true>> = {
  onRequest: true,
  onResponse: true,
  onRetry: true,
  onReconnect: true,
};

/** Calls a hook, if there is one; a log that fails must not fail the call. */
export function notify<HookRecord>(
  hook: ((record: HookRecord) => void) | undefined,
  describe: () => HookRecord,
): void {
  if (hook === undefined) return;
  try {
    // An async hook fits the type as well; its rejection would end the process.
    Promise.resolve(hook(describe())).catch(() => undefined);
  } catch {
    // A failing hook must not fail the call.
  }
}
