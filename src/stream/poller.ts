// Looks at a stored run, again and again, for `waitForCompletion` and for the recovery of a stream. A
// look that fails with anything transient says nothing about the run: it is a missed one, and a delay
// that the service asked for is kept for the pause that follows. Any other failure is an answer.

import type { InteractionCalls } from "../http/interactions.ts";
import { isPassingFailure, serverDelayMs } from "../model/passing-failure.ts";
import { NotFoundError, ResponseParseError } from "../model/errors.ts";
import type { CallOptions } from "../model/options.ts";
import { shortId } from "../model/resource-name.ts";
import type { Interaction } from "../model/types.ts";
import { isFilled } from "../util/json.ts";
import { quote } from "../util/printable.ts";

/** Right after create the stored run may not be found yet (W9). */
export const maxEarly404s = 3;

/** Looks at one stored run. */
export class Poller {
  readonly #calls: Pick<InteractionCalls, "get">;
  readonly #id: string;
  readonly #call: CallOptions;
  #early404s: number;
  /** The interaction as it was seen last. */
  last: Interaction | undefined;
  /** Why the newest look was missed. */
  failure: unknown;

  /** @param early404s how often the run may not be found before it was ever seen */
  constructor(
    calls: Pick<InteractionCalls, "get">,
    id: string,
    call: CallOptions,
    early404s: number,
  ) {
    this.#calls = calls;
    this.#id = id;
    this.#call = call;
    this.#early404s = early404s;
  }

  /** How long the service asked to wait after the newest look, in milliseconds. */
  get askedMs(): number {
    return this.failure === undefined ? 0 : (serverDelayMs(this.failure) ?? 0);
  }

  /**
   * Reads the run; `undefined` for a missed look.
   *
   * @param isYoung whether a run that is not found may be found in a moment
   * @throws the failure that is an answer about the run, or the reason of an abort
   */
  async look(isYoung = true): Promise<Interaction | undefined> {
    try {
      this.last = await readRun(this.#calls, this.#id, this.#call);
      this.failure = undefined;
      return this.last;
    } catch (error) {
      const isEarly = error instanceof NotFoundError && this.last === undefined && isYoung;
      if (isEarly) this.#early404s -= 1;
      const isMissed = isEarly ? this.#early404s >= 0 : isPassingFailure(error);
      if (this.#call.signal?.aborted || !isMissed) throw error;
      this.failure = error;
      return undefined;
    }
  }
}

/**
 * Reads a stored run: what has a status, and its id if it has one.
 *
 * @throws ResponseParseError for anything else, such as a gateway's `{}`: it says nothing of the run
 */
export async function readRun(
  calls: Pick<InteractionCalls, "get">,
  id: string,
  call: CallOptions,
): Promise<Interaction> {
  const { data, response } = await calls.get(id, {}, call);
  const { id: own, status }: { id: unknown; status: unknown } = data;
  const isNamed = typeof own === "string" && (own === "" || shortId(own) === shortId(id));
  if (isNamed && isFilled(status)) return data;
  const message = `Invalid response with status ${response.status}: it is not interaction ${quote(id)} with a status.`;
  throw new ResponseParseError(message, { status: response.status, body: "" });
}
