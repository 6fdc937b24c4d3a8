// Announces finished runs, signed by the rules of Standard Webhooks: to registered endpoints with
// their secret (HMAC-SHA256, `v1`), to the `webhook_config.uris` of a request with the service's own
// key (Ed25519, `v1a`), whose public half is at `/.well-known/jwks.json`. Nothing is sent twice.

import type { Interaction, WebhookConfig, WebhookEventBody } from "../../generated/schema.ts";
import { fromBase64, toBase64 } from "../util/bytes.ts";
import { pick } from "../util/json.ts";

/** One endpoint that is told of every run. */
export interface WebhookEndpoint {
  /** Where deliveries go. */
  uri: string;
  /** `whsec_` and the key in base64; several for a rotation, each signs. */
  secret: string | readonly string[];
}

/** How an in-memory service delivers webhooks. */
export interface WebhookOptions {
  /** Endpoints that are told of every run whose request names no others. @defaultValue none */
  endpoints?: readonly WebhookEndpoint[] | undefined;
  /** Sends a delivery, such as the handler under test. @defaultValue `globalThis.fetch` */
  deliver?: ((request: Request) => Response | Promise<Response>) | undefined;
}

/** A webhook delivery. */
export interface WebhookDelivery {
  /** Where it went. */
  readonly uri: string;
  /** `content-type`, `webhook-id`, `webhook-timestamp` and `webhook-signature`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON that was signed. */
  readonly body: string;
  /** HTTP status of the receiver's answer; absent while there is none. */
  readonly status?: number;
  /** Why it could not be delivered. */
  readonly error?: string;
}

/** Statuses of which a webhook tells. */
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

  /** Tells of a run that has come to its end. */
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
    const { deliver = (request: Request) => globalThis.fetch(request) } = this.#options;
    const outcome = await Promise.resolve()
      .then(() => deliver(new Request(uri, { method: "POST", headers, body })))
      .then(
        ({ status }) => ({ status }),
        (error: unknown) => ({ error: String(error) }),
      );
    this.deliveries[index] = { uri, headers, body, ...outcome };
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
