import { vi } from "vitest";

/** A window and a document that do nothing but dispatch what the test says. */
export interface TestPage {
  /** Dispatches an event of the window. */
  window(type: "online" | "offline" | "pagehide" | "pageshow"): void;
  /** Dispatches an event of the document. */
  document(type: "freeze" | "resume" | "visibilitychange"): void;
  /** What `navigator.onLine` and `document.visibilityState` say. */
  readonly facts: { onLine: boolean; visibilityState: "visible" | "hidden" };
  /** How many listeners there are. */
  readonly listeners: number;
}

/** Puts a page in place of the globals, until the test ends. */
export function stubPage(): TestPage {
  const window = new CountingTarget();
  const document = new CountingTarget();
  const facts: TestPage["facts"] = { onLine: true, visibilityState: "visible" };
  Object.defineProperty(document, "visibilityState", { get: () => facts.visibilityState });
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", document);
  vi.stubGlobal("navigator", {
    get onLine() {
      return facts.onLine;
    },
  });
  return {
    facts,
    window(type) {
      if (type === "online" || type === "offline") facts.onLine = type === "online";
      window.dispatchEvent(new Event(type));
    },
    document: (type) => void document.dispatchEvent(new Event(type)),
    get listeners() {
      return window.count + document.count;
    },
  };
}

class CountingTarget extends EventTarget {
  readonly #signals: AbortSignal[] = [];

  get count(): number {
    return this.#signals.filter(({ aborted }) => !aborted).length;
  }

  override addEventListener(
    type: string,
    listener: EventListener,
    options: { readonly signal: AbortSignal },
  ): void {
    this.#signals.push(options.signal);
    super.addEventListener(type, listener, options);
  }
}
