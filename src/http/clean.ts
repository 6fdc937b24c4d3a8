// The one door for text from outside: what a service, a gateway, a custom fetch or a credential
// library said, before it enters a message or a property. Takes text, JSON or a thrown value; returns
// the same in one line, at most 1 kB, without the client's own credentials, however they are spelled.
// The trap: redact first, cut afterwards, or half of a key is left at the cut.

import { InteractionsError } from "../model/errors.ts";
import { decodeBase64 } from "../util/bytes.ts";
import { isObject } from "../util/json.ts";
import { cleanText } from "../util/printable.ts";
import { memberOf, wordsOf } from "../util/thrown.ts";

/** How many headers with credentials are remembered; tokens change about once an hour. */
const maxHeaders = 100;
/** Shorter ones are no secrets: `apiKey: "any"` must not redact part of "many". */
const minSecretLength = 8;
/** From this length on a secret is also found inside a longer word. */
const minDistinctLength = 16;
/** So many characters near the end of a text that broke off count as the start of a secret. */
const minStartLength = 4;
/** What stands in place of a credential. */
const placeholder = "[redacted]";
/** How many causes of causes are kept. */
const maxCauses = 4;

/** Makes foreign text fit for errors; knows the credentials of one client. */
export interface Cleaner {
  /** Learns which credentials these request headers carry. */
  readonly remember: (headers: Readonly<Record<string, string>>) => void;
  /**
   * The text without credentials, otherwise as it is.
   *
   * @param isCut whether the text broke off, perhaps in the middle of a credential
   */
  readonly redact: (text: string, isCut?: boolean) => string;
  /** The JSON text of the value, without credentials in any text or name. */
  readonly redactJson: (value: unknown) => string;
  /** The text for a message: without credentials, in one line, printable, at most 1 kB. */
  readonly clean: (text: string) => string;
  /** A thrown value as an Error with name, message, code and its own cause only. */
  readonly cleanCause: (cause: unknown) => Error | undefined;
}

/** Makes a cleaner that knows no credentials yet. */
export function createCleaner(): Cleaner {
  /** The secrets in each header that was seen, the one not seen for longest first. */
  const known = new Map<string, readonly string[]>();
  const strip = (text: string, isCut: boolean): string => {
    let result = text;
    for (const secret of [...known.values()].flat()) {
      if (result.includes(secret)) result = replaceSecret(result, secret);
      const start = isCut ? result.lastIndexOf(secret.slice(0, minStartLength)) : -1;
      if (start >= 0 && secret.startsWith(result.slice(start))) {
        result = result.slice(0, start) + placeholder;
      }
    }
    return result;
  };
  const redact = (text: string, isCut = false): string => {
    // What was encoded is only found decoded: then all of it goes, or it loses its escapes.
    const result = strip(text, isCut).replace(base64, (run) => {
      const decoded = decodeBase64(run.replaceAll("-", "+").replaceAll("_", "/")) ?? "";
      return strip(decoded, false) === decoded ? run : placeholder;
    });
    const plain = withoutEscapes(result);
    const stripped = strip(plain, isCut);
    return stripped === plain ? result : stripped;
  };
  // Called for each value within, parents first.
  const redactMember = (_: string, value: unknown): unknown => {
    if (typeof value === "string") return redact(value);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [redact(name), member]),
    );
  };
  const clean = (text: string): string => cleanText(redact(text));
  return {
    remember(headers) {
      for (const [name, value] of Object.entries(headers)) {
        if (publicHeaders.test(name.toLowerCase())) continue;
        const header = `${name}:${value}`;
        const secrets = known.get(header) ?? secretsIn(name.toLowerCase(), value);
        // Put at the end again.
        known.delete(header);
        known.set(header, secrets);
      }
      for (const oldest of known.keys()) {
        if (known.size <= maxHeaders) break;
        known.delete(oldest);
      }
    },
    redact,
    redactJson: (value) => JSON.stringify(value, redactMember),
    clean,
    // This library's own errors have passed the door already.
    cleanCause: (cause) =>
      cause instanceof InteractionsError ? cause : reduceCause(cause, clean, maxCauses),
  };
}

/** Headers that carry no secret, though their values may be long. */
const publicHeaders =
  /^(accept|accept-.*|api-revision|cache-control|content-.*|traceparent|tracestate|user-agent|x-goog-user-project|x-goog-api-client|x-goog-request-params|x-request-id)$/;
/** Headers that carry a secret, though its value may be short. */
const secretHeaders = /auth|cookie|credential|key|password|secret|session|signature|token/;

function secretsIn(name: string, value: string): string[] {
  if (!secretHeaders.test(name)) {
    return value.length >= minDistinctLength && !/\s/.test(value) ? [value] : [];
  }
  // Without its scheme, and each cookie by itself: a service may repeat only a part.
  const parts = value.split(/[\s;,]+/);
  if (!name.endsWith("authorization")) parts.unshift(value);
  return parts
    .flatMap((part) => [part, part.slice(part.indexOf("=") + 1)])
    .filter((secret) => secret.length >= minSecretLength);
}

/** What may be base64, of either alphabet. */
const base64 = /[\w+/-]{12,}/g;
/** Percent-encoding, JSON's escapes and character references, also when they were escaped again. */
const escapes =
  /(?:%(?:25)*|\\{1,4}(?:u00|x)|&(?:amp;)*#x0*)([0-9a-f]{2});?|&(?:amp;)*(?:#0*(\d{2,3})|(amp|lt|gt|quot|apos));|\\(?=\/)/gi;
const entities = ["amp", "lt", "gt", "quot", "apos"];

function withoutEscapes(text: string): string {
  return text.replace(escapes, (_, hex, decimal, entity) => {
    const code = Number(decimal ?? `0x${hex}`);
    return code ? String.fromCharCode(code) : "&<>\"'".charAt(entities.indexOf(entity));
  });
}

function replaceSecret(text: string, secret: string): string {
  if (secret.length >= minDistinctLength) return text.replaceAll(secret, placeholder);
  const literal = secret.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(
    new RegExp(`(^|[^A-Za-z0-9])${literal}(?![A-Za-z0-9])`, "g"),
    `$1${placeholder}`,
  );
}

function reduceCause(
  cause: unknown,
  clean: (text: string) => string,
  depth: number,
): Error | undefined {
  if (cause === undefined || cause === null || depth === 0) return undefined;
  // Several addresses were tried: the first failure stands for all.
  const [first] = [memberOf(cause, "errors")].flat();
  const inner = reduceCause(memberOf(cause, "cause") ?? first, clean, depth - 1);
  const error = new Error(clean(wordsOf(cause)), inner && { cause: inner });
  const name = memberOf(cause, "name");
  if (typeof name === "string") {
    // Not enumerable, as it is on errors of the platform.
    Object.defineProperty(error, "name", { value: clean(name), configurable: true });
  }
  const code = memberOf(cause, "code");
  return typeof code === "string" || typeof code === "number"
    ? Object.assign(error, { code: typeof code === "string" ? clean(code) : code })
    : error;
}
