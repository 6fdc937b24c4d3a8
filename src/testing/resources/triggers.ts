// The triggers of the service, with their executions. Nothing runs on schedule here: `run` makes an execution
// that ends at once and does not start an interaction. Takes requests whose bodies were checked.

import type {
  Trigger,
  TriggerCreateParams,
  TriggerExecution,
  TriggerUpdate,
} from "../../../generated/schema.ts";
import { jsonReply } from "../wire/replies.ts";
import { pick } from "../../util/json.ts";
import { pageReply } from "./collection.ts";
import type { Collection } from "./collection.ts";
import { keep } from "./kept.ts";
import type { Operations } from "./kept.ts";

/** A trigger and its executions, the newest last. */
export interface StoredTrigger {
  readonly trigger: Trigger;
  readonly executions: readonly TriggerExecution[];
}

/** The operations of the triggers of one service. */
export function triggerOperations(
  collection: Collection<StoredTrigger>,
  now: () => string,
): Operations {
  return {
    ...keep("triggers", collection, {
      create: "TriggerCreateParams",
      make(body, id) {
        // Checked by its schema.
        const params = body as unknown as TriggerCreateParams;
        const facts = { status: "active", consecutive_failure_count: 0 };
        const times = { create_time: now(), update_time: now() };
        return { trigger: { ...params, id, ...facts, ...times }, executions: [] };
      },
      update: "TriggerUpdate",
      change({ trigger, executions }, body) {
        // Checked by its schema.
        const changes = pick(body as TriggerUpdate, "display_name", "status");
        const { status = trigger.status } = changes;
        const time =
          status === trigger.status
            ? {}
            : { [status === "paused" ? "last_pause_time" : "last_resume_time"]: now() };
        return { trigger: { ...trigger, ...changes, ...time, update_time: now() }, executions };
      },
      describe: ({ trigger }) => trigger,
    }),
    "GET triggers/{id}/executions": {
      reply({ id, url }) {
        const stored = collection.get(id);
        if (stored === undefined) return collection.notFound(id);
        return pageReply(url, "trigger_executions", stored.executions);
      },
    },
    "POST triggers/{id}/executions": {
      reply({ id }) {
        const stored = collection.get(id);
        if (stored === undefined) return collection.notFound(id);
        const { trigger, executions } = stored;
        const at = now();
        const execution = {
          id: `${id}-execution-${executions.length + 1}`,
          trigger_id: id,
          status: "completed",
          scheduled_time: at,
          start_time: at,
          end_time: at,
        };
        const told = { ...trigger, last_run_time: at };
        collection.set(id, { trigger: told, executions: [...executions, execution] });
        return jsonReply(execution);
      },
    },
  };
}
