// The webhooks that were registered with the service, with their secrets. Takes requests whose bodies
// were checked, returns replies; the sender (webhooks.ts) asks which of them subscribed to an event.

import type {
  RotateSigningSecretRequest,
  Webhook,
  WebhookInput,
  WebhookUpdate,
} from "../../../generated/schema.ts";
import { toBase64 } from "../../util/bytes.ts";
import { isObject, listOf, pick } from "../../util/json.ts";
import type { ServiceChange } from "../options.ts";
import { jsonReply } from "../wire/replies.ts";
import type { Reply } from "../wire/replies.ts";
import type { WebhookEndpoint } from "../webhooks.ts";
import { Collection, pageReply } from "./collection.ts";
import type { ResourceCall } from "./collection.ts";

interface Secret {
  readonly secret: string;
  /** Milliseconds since 1970; without it, it does not end. */
  readonly expiresMs?: number;
}

interface StoredWebhook {
  readonly webhook: Webhook & { readonly id: string };
  readonly secrets: readonly Secret[];
}

const dayMs = 86_400_000;

/** The registered webhooks of one service. */
export class RegisteredWebhooks {
  readonly #stored: Collection<StoredWebhook>;
  readonly #now: () => number;
  readonly #ping: (endpoint: WebhookEndpoint, id: string) => void;

  /** @param ping sends a test delivery, in the background */
  constructor(
    onChange: ((change: ServiceChange) => void) | undefined,
    now: () => number,
    ping: (endpoint: WebhookEndpoint, id: string) => void,
  ) {
    this.#stored = new Collection(
      "webhooks",
      onChange,
      ({ webhook, secrets }) => isObject(webhook) && Array.isArray(secrets),
    );
    this.#now = now;
    this.#ping = ping;
  }

  restore(changes: readonly ServiceChange[]): void {
    this.#stored.restore(changes);
  }

  /** Where an event of this type goes. */
  endpointsFor(type: string): WebhookEndpoint[] {
    return this.#stored
      .values()
      .filter(
        // Without strictness, a list may be anything.
        ({ webhook: { state, subscribed_events: events } }) =>
          state === "enabled" && listOf(events).includes(type),
      )
      .map((stored) => this.#toEndpoint(stored));
  }

  list({ url }: ResourceCall): Reply {
    const all = this.#stored.values().map((stored) => this.#describe(stored));
    return pageReply(url, "webhooks", all);
  }

  create({ body }: ResourceCall): Reply {
    const id = this.#stored.nextId();
    const now = this.#isoNow();
    // Checked by its schema.
    const webhook = { ...(body as unknown as WebhookInput), id, state: "enabled" };
    const secret = newSecret();
    const stored = {
      webhook: { ...webhook, create_time: now, update_time: now },
      secrets: [{ secret }],
    };
    this.#stored.set(id, stored);
    return jsonReply({ ...this.#describe(stored), new_signing_secret: secret });
  }

  get({ id }: ResourceCall): Reply {
    return this.#with(id, (stored) => jsonReply(this.#describe(stored)));
  }

  update({ id, body }: ResourceCall): Reply {
    return this.#with(id, ({ webhook, secrets }) => {
      // Checked by its schema.
      const changes = pick(body as WebhookUpdate, "name", "uri", "subscribed_events", "state");
      const stored = { webhook: { ...webhook, ...changes, update_time: this.#isoNow() }, secrets };
      this.#stored.set(id, stored);
      return jsonReply(this.#describe(stored));
    });
  }

  delete({ id }: ResourceCall): Reply {
    return this.#stored.delete(id);
  }

  ping({ id }: ResourceCall): Reply {
    return this.#with(id, (stored) => {
      this.#ping(this.#toEndpoint(stored), id);
      return jsonReply({});
    });
  }

  /** The earlier secrets sign for another day, unless the body says otherwise. */
  rotate({ id, body }: ResourceCall): Reply {
    return this.#with(id, ({ webhook, secrets }) => {
      // Checked by its schema.
      const { revocation_behavior: behavior } = body as RotateSigningSecretRequest;
      const expiresMs = this.#now() + dayMs;
      const earlier =
        behavior === "revoke_previous_secrets_immediately"
          ? []
          : secrets.map((each) => ({ expiresMs, ...each }));
      const secret = newSecret();
      this.#stored.set(id, { webhook, secrets: [{ secret }, ...earlier] });
      return jsonReply({ secret });
    });
  }

  #with(id: string, reply: (stored: StoredWebhook) => Reply): Reply {
    const stored = this.#stored.get(id);
    return stored === undefined ? this.#stored.notFound(id) : reply(stored);
  }

  #toEndpoint({ webhook, secrets }: StoredWebhook): WebhookEndpoint {
    return { uri: webhook.uri, secret: this.#valid(secrets).map(({ secret }) => secret) };
  }

  #describe({ webhook, secrets }: StoredWebhook): Webhook {
    const shown = this.#valid(secrets).map(({ secret, expiresMs }) => ({
      truncated_secret: secret.slice(0, 10),
      ...(expiresMs === undefined ? {} : { expire_time: new Date(expiresMs).toISOString() }),
    }));
    return { ...webhook, signing_secrets: shown };
  }

  #valid(secrets: readonly Secret[]): Secret[] {
    return secrets.filter(({ expiresMs = Infinity }) => expiresMs > this.#now());
  }

  #isoNow(): string {
    return new Date(this.#now()).toISOString();
  }
}

function newSecret(): string {
  return `whsec_${toBase64(crypto.getRandomValues(new Uint8Array(24)))}`;
}
