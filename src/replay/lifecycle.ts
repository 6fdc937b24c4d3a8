// Where a run stands, by its notices: events that tell state or news and are no part of a step. In
// come events of today's dialect, untrusted; kept are the run's id, its status and whether its end was
// told. A notice may be told twice after a reconnect, so a status never goes back. The trap: an
// empty id, as with `store: false`, is no id.

import type { CurrentEvent } from "../model/dialect.ts";
import { shortId } from "../model/interaction-id.ts";
import { isObject } from "../util/json.ts";
import { foldValue, startDigest } from "./digest.ts";
import { ReplayMismatch } from "./mismatch.ts";

/** How many notices are remembered: a service repeats a handful, and a cursor keeps them all. */
const maxNotices = 8;

/** What the notices of a run have told. */
export class Lifecycle {
  interactionId: string | undefined;
  status: string | undefined;
  /** Whether the event was handed out that the run begins with. */
  isCreated = false;
  /** Whether the event was handed out that ends a run. */
  finished = false;
  /** Digests of the notices since the last content, newest last. */
  notices: readonly number[] = [];

  /**
   * Whether a notice of a replay is surely known: what was told since the last content, the
   * beginning of a run that has one, and everything after its end.
   */
  isKnown(event: CurrentEvent): boolean {
    if (this.finished) return true;
    return this.notices.includes(digestOf(event));
  }

  /**
   * Takes over what a notice tells.
   *
   * @throws ReplayMismatch when the notice is of another run
   */
  add(event: CurrentEvent): void {
    const { event_type: type, ...members }: Record<string, unknown> = { ...event };
    const { interaction } = members;
    if (type === "interaction.status_update") {
      this.#addFacts(members["interaction_id"], members["status"]);
    } else if (type === "interaction.created" || type === "interaction.completed") {
      const facts = isObject(interaction) ? interaction : {};
      this.#addFacts(facts["id"], facts["status"]);
      if (type === "interaction.created") this.isCreated = true;
      else this.finished = true;
      return;
    }
    this.notices = [...this.notices.slice(1 - maxNotices), digestOf(event)];
  }

  clone(): Lifecycle {
    return Object.assign(new Lifecycle(), this);
  }

  #addFacts(id: unknown, status: unknown): void {
    if (typeof id === "string" && id !== "") {
      this.interactionId ??= id;
      if (shortId(id) !== shortId(this.interactionId)) {
        throw new ReplayMismatch("its events are of another interaction");
      }
    }
    if (typeof status === "string" && stageOf(status) >= stageOf(this.status)) this.status = status;
  }
}

/** A status of a later stage is never taken back. */
function stageOf(status: string | undefined): number {
  const stages = [undefined, "queued", "in_progress"];
  return stages.includes(status) ? stages.indexOf(status) : stages.length;
}

/** Digest of a notice, but for its id and for when it was said. */
function digestOf(event: CurrentEvent): number {
  return foldValue(startDigest, event, (name, value) => {
    const isTime = typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value);
    return name === "event_id" || isTime;
  });
}
