/** One attempt is about to be sent. */
export interface RequestRecord {
  readonly method: string;
  readonly url: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Names of the headers; their values may be secrets. */
  readonly headerNames: readonly string[];
}

/** One attempt was answered. */
export interface ResponseRecord {
  readonly method: string;
  readonly url: string;
  readonly attempt: number;
  readonly status: number;
  readonly headerNames: readonly string[];
  /** From sending to the end of the body, or to the headers of a stream, in milliseconds. */
  readonly durationMs: number;
}

/** A call is about to be repeated. */
export interface RetryRecord {
  readonly method: string;
  readonly url: string;
  /** The attempt that failed. */
  readonly attempt: number;
  /** Pause before the next one, in milliseconds. */
  readonly delayMs: number;
  readonly reason: string;
}

/** A stream is about to be picked up again. */
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
    // Nobody to tell.
  }
}
