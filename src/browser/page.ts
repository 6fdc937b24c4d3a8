// What a browser reports of the page around a run: the network is gone or back, the page was frozen,
// put aside for the Back button, or shown again. Workers have a part of these events and Node has none
// of them: what is missing is never reported.

/** What a page's events are to a run. */
export interface PageListener {
  /** Nothing arrives from now on: the machine is offline, or the page is being frozen. */
  readonly onSleep: () => void;
  /** Connections may work again. */
  readonly onWake: () => void;
}

/** Whether the browser knows that the machine has no network. */
export function isOffline(): boolean {
  // Absent in Node 20.
  const { navigator }: { navigator?: { onLine?: boolean } } = globalThis;
  return navigator?.onLine === false;
}

/** Listens to the page, until the signal aborts. */
export function watchPage({ onSleep, onWake }: PageListener, signal: AbortSignal): void {
  // A worker has no window, and neither has a document.
  const { window = globalThis, document }: { window?: EventTarget; document?: Document } =
    globalThis as object;
  const onVisibility = (): void => {
    if (document?.visibilityState !== "hidden") onWake();
  };
  const listeners = [
    [window, "offline", onSleep],
    [window, "pagehide", onSleep],
    [document, "freeze", onSleep],
    [window, "online", onWake],
    [window, "pageshow", onWake],
    [document, "resume", onWake],
    [document, "visibilitychange", onVisibility],
  ] as const;
  for (const [target, name, listener] of listeners) {
    target?.addEventListener?.(name, listener, { signal });
  }
}
