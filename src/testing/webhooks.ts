// Announces finished runs, signed by the rules of Standard Webhooks: to registered endpoints with
// their secret (HMAC-SHA256, `v1`), to the `webhook_config.uris` of a request with the service's own
// key (Ed25519, `v1a`), whose public half is at `/.well-known/jwks.json`. Each delivery is sent once.

import type { Interaction, WebhookConfig, WebhookEventBody } from "../../generated/schema.ts";
import { fromBase64, toBase64 } from "../util/bytes.ts";
import { pick } from "../util/json.ts";
import { isLoopback } from "./wire/loopback.ts";

/** One endpoint that is notified of every run. */
export interface WebhookEndpoint {
  /** Where deliveries go. */
  uri: string;
  /** `whsec_` and the key in base64. During a rotation several, each of which signs. */
  secret: string | readonly string[];
}

/** How an in-memory service delivers webhooks. */
export interface WebhookOptions {
  /** Endpoints that are notified of every run whose request does not name others. @defaultValue none */
  endpoints?: readonly WebhookEndpoint[] | undefined;
  /**
   * Sends a delivery, such as the handler under test. It receives deliveries to any address.
   *
   * @defaultValue `globalThis.fetch`, within the limits of `hosts`
   */
  deliver?: ((request: Request) => Response | Promise<Response>) | undefined;
  /**
   * Where `globalThis.fetch` may deliver: `local` is this machine (`localhost`, 127.0.0.0/8, `[::1]`)
   * and the `endpoints`. Requests name addresses too (`webhook_config.uris`, registered webhooks): without
   * this limit, anyone who can send a request could make this process call any host it can reach.
   *
   * @defaultValue `"local"`
   */
  hosts?: "local" | "any" | undefined;
}

/** A webhook delivery. */
export interface WebhookDelivery {
  /** Where it went. */
  readonly uri: string;
  /** `content-type`, `webhook-id`, `webhook-timestamp` and `webhook-signature`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON that was signed. */
  readonly body: string;
  /** HTTP status of the receiver's response; absent before it arrives. */
  readonly status?: number;
  /** Why it could not be delivered. */
  readonly error?: string;
}

/** How long a receiver may take to answer. */
const deliveryTimeoutMs = 30_000;

/** Statuses that a webhook reports. */
const announced: ReadonlySet<string> = new Set(["completed", "requires_action", "failed"]);

/** Signs and sends the deliveries of one service. */
export class Webhooks {
  readonly deliveries: WebhookDelivery[] = [];
  readonly #options: WebhookOptions;
  readonly #now: () => number;
  #keys: Promise<CryptoKeyPair> | undefined;
  #pings = 0;

  constructor(options: WebhookOptions, now: () => number) {
    this.#options = options;
    this.#now = now;
  }

  /** Announces a run that has ended. Failures are recorded in {@link deliveries}, not thrown. */
  async announce(
    { id, status }: Interaction,
    config: WebhookConfig | undefined,
    registeredFor: (type: string) => WebhookEndpoint[],
  ): Promise<void> {
    if (id === undefined || !announced.has(status)) return;
    const { endpoints = [] } = this.#options;
    const type = `interaction.${status}`;
    const uris = config?.uris ?? [];
    const targets =
      uris.length > 0
        ? uris.map((uri) => ({ uri, secret: undefined }))
        : [...endpoints, ...registeredFor(type)];
    const data = { id, ...pick(config ?? {}, "user_metadata") };
    const event: WebhookEventBody = { type, version: "v1", data };
    await Promise.all(
      targets.map(({ uri, secret }) => this.#send(uri, secret, `msg_${id}`, event)),
    );
  }

  /** Sends a test delivery. */
  async ping({ uri, secret }: WebhookEndpoint, id: string): Promise<void> {
    this.#pings += 1;
    const event: WebhookEventBody = { type: "ping", version: "v1", data: { id } };
    await this.#send(uri, secret, `msg_ping${this.#pings}`, event);
  }

  /** The public key of `v1a` signatures, as a JSON Web Key Set. */
  async jwks(): Promise<{ keys: JsonWebKey[] }> {
    const { publicKey } = await this.#keyPair();
    const key = await crypto.subtle.exportKey("jwk", publicKey);
    return { keys: [{ ...key, kid: "testing-1", use: "sig", alg: "EdDSA" } as JsonWebKey] };
  }

  async #send(
    uri: string,
    secret: WebhookEndpoint["secret"] | undefined,
    id: string,
    event: WebhookEventBody,
  ): Promise<void> {
    const body = JSON.stringify(event);
    const timestamp = String(Math.floor(this.#now() / 1_000));
    const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
    const signatures = await this.#sign(signed, secret);
    const headers = {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": signatures.join(" "),
    };
    const index = this.deliveries.push({ uri, headers, body }) - 1;
    const { deliver = (request: Request) => this.#deliver(request) } = this.#options;
    const outcome = await Promise.resolve()
      // Not followed: a redirect could lead to a host that was not asked for.
      .then(() => deliver(new Request(uri, { method: "POST", headers, body, redirect: "manual" })))
      .then(
        ({ status }) => ({ status }),
        (error: unknown) => ({ error: String(error) }),
      );
    this.deliveries[index] = { uri, headers, body, ...outcome };
  }

  async #deliver(request: Request): Promise<Response> {
    const { endpoints = [], hosts = "local" } = this.#options;
    const { protocol, hostname } = new URL(request.url);
    if (protocol !== "http:" && protocol !== "https:") {
      throw new Error(`Not delivered: webhooks need http: or https:, not ${protocol}`);
    }
    const isNamed = endpoints.some(
      ({ uri }) => URL.canParse(uri) && new URL(uri).href === request.url,
    );
    if (hosts !== "any" && !isNamed && !isLoopback(hostname)) {
      throw new Error(
        `Not delivered: ${hostname} is another host. Allow it with webhooks: { hosts: "any" }, ` +
          "or serve --webhooks=any.",
      );
    }
    const signal = AbortSignal.timeout(deliveryTimeoutMs);
    const response = await globalThis.fetch(new Request(request, { signal }));
    // Nobody reads it, and unread it would keep the connection.
    void response.body?.cancel().catch(() => undefined);
    return response;
  }

  async #sign(
    bytes: Uint8Array<ArrayBuffer>,
    secret: WebhookEndpoint["secret"] | undefined,
  ): Promise<string[]> {
    if (secret === undefined) {
      const { privateKey } = await this.#keyPair();
      const signature = await crypto.subtle.sign("Ed25519", privateKey, bytes);
      return [`v1a,${toBase64(new Uint8Array(signature))}`];
    }
    const secrets = typeof secret === "string" ? [secret] : secret;
    return Promise.all(secrets.map(async (each) => `v1,${await signWithSecret(bytes, each)}`));
  }

  #keyPair(): Promise<CryptoKeyPair> {
    this.#keys ??= crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
    return this.#keys;
  }
}

async function signWithSecret(bytes: Uint8Array<ArrayBuffer>, secret: string): Promise<string> {
  const raw = fromBase64(secret.replace(/^whsec_/, ""));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
  return toBase64(new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes)));
}
