// Reads a delivery in any form: a platform's Request, Node's or Express's request with a raw body, a Lambda
// event. Headers and body bytes go out. Forms are recognised by structure, not by class: the Request of a test
// runner's realm or of another fetch library is not an instance of this platform's class.

import { decodeBase64, fromBase64 } from "../util/bytes.ts";
import { isObject, membersOf } from "../util/json.ts";
import { WebhookVerificationError } from "./error.ts";

/** Headers as `Headers`, or as a plain object with names in any case. */
export type WebhookHeaders =
  | {
      /** Returns the value of a header, whatever the case of its name. */
      get(name: string): string | null | undefined;
    }
  | { readonly [name: string]: string | readonly string[] | undefined };

/** The body exactly as received: the signature does not match JSON that was parsed and written again. */
export type WebhookBody = string | ArrayBuffer | ArrayBufferView;

/** A delivery: a `Request` with an unread body, or its headers and raw body. */
export type WebhookDelivery =
  | WebhookRequest
  | {
      /** The headers of the delivery. */
      readonly headers: WebhookHeaders;
      /** Its body, exactly as it came. */
      readonly body: WebhookBody;
      /** Whether the body is text in base64, as in the events of AWS Lambda. */
      readonly isBase64Encoded?: boolean | undefined;
    }
  | {
      /** The headers of the delivery, as a load balancer of AWS sends them with all values. */
      readonly multiValueHeaders: WebhookHeaders;
      /** Its body, exactly as it came. */
      readonly body: WebhookBody;
      /** Whether the body is text in base64. */
      readonly isBase64Encoded?: boolean | undefined;
    }
  | {
      /** The headers of the delivery. */
      readonly headers: WebhookHeaders;
      /** The raw body, on platforms that parse `body`: Cloud Functions, Azure Functions. */
      readonly rawBody: WebhookBody;
    };

/** The members of a `Request` that are used. */
export type WebhookRequest = {
  readonly headers: WebhookHeaders;
  readonly bodyUsed?: boolean | undefined;
} & ({ arrayBuffer(): PromiseLike<ArrayBuffer> } | { text(): PromiseLike<string> });

/** @throws {TypeError} for anything but a delivery, and when its body was already parsed or read */
export function checkDelivery(delivery: WebhookDelivery): void {
  const headers = headersOf(delivery);
  if (headers !== undefined && rawBodyOf(delivery) !== undefined) return;
  if (headers === undefined) {
    throw new TypeError("verifyWebhook() takes a Request, or { headers, body } with the raw body.");
  }
  if (isRequest(delivery)) {
    if (delivery.bodyUsed !== true) return;
    throw new TypeError(
      "The request's body was read before verifyWebhook(): pass { headers, body } with what was read.",
    );
  }
  const { body } = membersOf(delivery);
  throw new TypeError(
    `A webhook delivery's body must be its raw text or bytes, got ${describe(body)}. ` +
      'Read it before a JSON parser does: express.raw({ type: "*/*" }), await request.text().',
  );
}

/** Value of a header; empty if it is missing. Repeated headers are joined by a space. */
export function headerOf(delivery: WebhookDelivery, name: string): string {
  const headers = headersOf(delivery) ?? {};
  if (hasGet(headers)) return (headers.get(name) ?? "").trim();
  const values = Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value ?? []);
  return values.join(" ").trim();
}

/**
 * The bytes of the body.
 *
 * @throws {WebhookVerificationError} `body` when reading it fails
 */
export async function bodyOf(delivery: WebhookDelivery): Promise<Uint8Array<ArrayBuffer>> {
  const body = rawBodyOf(delivery);
  if (body !== undefined) {
    const { isBase64Encoded } = membersOf(delivery);
    if (isBase64Encoded !== true || typeof body !== "string") return bytesOf(body);
    if (decodeBase64(body) !== undefined) return fromBase64(body);
    throw new WebhookVerificationError("body", "The webhook delivery's body is not base64.");
  }
  try {
    if (!isRequest(delivery)) throw new TypeError("There is no body.");
    return bytesOf(await ("arrayBuffer" in delivery ? delivery.arrayBuffer() : delivery.text()));
  } catch (cause) {
    throw new WebhookVerificationError("body", "The webhook delivery's body could not be read.", {
      cause,
    });
  }
}

function bytesOf(body: WebhookBody): Uint8Array<ArrayBuffer> {
  if (typeof body === "string") return new TextEncoder().encode(body);
  // A copy: WebCrypto takes no shared memory, and the caller may use its buffer again meanwhile.
  if (!ArrayBuffer.isView(body)) return new Uint8Array(body).slice();
  return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
}

/** The body that a platform hands over: `rawBody` before `body`, which may have been parsed. */
function rawBodyOf(delivery: WebhookDelivery): WebhookBody | undefined {
  const { rawBody, body } = membersOf(delivery);
  if (isBody(rawBody)) return rawBody;
  return !isRequest(delivery) && isBody(body) ? body : undefined;
}

/** Untyped callers may pass anything; AWS's load balancers send one of the two, as they are set up. */
function headersOf(delivery: WebhookDelivery): WebhookHeaders | undefined {
  const { headers, multiValueHeaders } = membersOf(delivery);
  const found = headers ?? multiValueHeaders;
  // What they are is seen when one is read.
  return isObject(found) ? (found as WebhookHeaders) : undefined;
}

function isRequest(delivery: WebhookDelivery): delivery is WebhookRequest {
  return "arrayBuffer" in delivery || "text" in delivery;
}

function hasGet(headers: WebhookHeaders): headers is { get(name: string): string | null } {
  return typeof headers["get"] === "function";
}

function isBody(body: unknown): body is WebhookBody {
  return (
    typeof body === "string" ||
    ArrayBuffer.isView(body) ||
    Object.prototype.toString.call(body) === "[object ArrayBuffer]"
  );
}

function describe(body: unknown): string {
  return body === null ? "null" : typeof body === "object" ? "an object" : typeof body;
}
