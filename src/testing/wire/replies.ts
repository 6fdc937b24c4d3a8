// Replies of the service, before faults and the network change them: JSON, and error bodies in each shape that
// the service, its front end and proxies write.

import type { BodyControl, BodyState } from "./body.ts";

/** A reply of the service, before faults and the network change it. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a stream: the run that it shows. */
  readonly interactionId?: string;
  /** The body piece by piece. Absent for an empty body, and for a file. */
  readonly frames?: (control: BodyControl) => AsyncGenerator<string>;
  /** The body of a file, in place of `frames`. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly onEnd?: (state: BodyState) => void;
}

/** An error body as the service, its front end or a proxy writes it. */
export interface ErrorAnswer {
  status: number;
  /**
   * `service` has a string code, `front-end` a numeric one with `status` and `details`, `array` is
   * the same in a list; `html` is a load balancer's page.
   *
   * @defaultValue `"service"` for an error, `"front-end"` with `retryDelay`, else `"empty"`
   */
  shape?: "service" | "front-end" | "array" | "html" | "empty" | undefined;
  /** Code of shape `service`, `status` of the other two. @defaultValue the usual one */
  code?: string | undefined;
  message?: string | undefined;
  /** `RetryInfo` of shapes `front-end` and `array`, such as `"26s"`. */
  retryDelay?: string | undefined;
  /** More headers, such as `retry-after` or `location`. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as it is instead of an error body. */
  body?: string | undefined;
}

/** The usual code of shape `service`, and the status of shape `front-end`. */
const codes: Readonly<Record<number, readonly [string, string]>> = {
  400: ["invalid_request", "INVALID_ARGUMENT"],
  401: ["authentication", "UNAUTHENTICATED"],
  403: ["permission_denied", "PERMISSION_DENIED"],
  404: ["not_found", "NOT_FOUND"],
  409: ["already_exists", "ALREADY_EXISTS"],
  429: ["rate_limit_exceeded", "RESOURCE_EXHAUSTED"],
  500: ["api_error", "INTERNAL"],
  501: ["not_implemented", "UNIMPLEMENTED"],
  503: ["service_unavailable", "UNAVAILABLE"],
  504: ["deadline_exceeded", "DEADLINE_EXCEEDED"],
};

function textReply(
  status: number,
  contentType: string,
  text: string,
  headers: Readonly<Record<string, string>>,
): Reply {
  return {
    status,
    headers: { "content-type": contentType, ...headers },
    frames: (control) => once(text, control),
  };
}

async function* once(text: string, control: BodyControl): AsyncGenerator<string> {
  control.isLast = true;
  yield text;
}

/** A reply with this JSON. */
export function jsonReply(
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return textReply(status, "application/json; charset=UTF-8", JSON.stringify(value), headers);
}

/** A reply with an error body of the given shape. */
export function errorReply(answer: ErrorAnswer, details: object[] = []): Reply {
  const { status, retryDelay, body } = answer;
  const [usualCode, usualName] = codes[status] ?? ["unknown", "UNKNOWN"];
  const message = answer.message ?? `The service answered ${status}.`;
  const shape = answer.shape ?? (retryDelay ? "front-end" : status < 400 ? "empty" : "service");
  const retryInfo = { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay };
  const frontEnd = {
    error: {
      code: status,
      message,
      status: answer.code ?? usualName,
      details: retryDelay === undefined ? details : [...details, retryInfo],
    },
  };
  const headers = answer.headers ?? {};
  if (body !== undefined) return textReply(status, "application/json", body, headers);
  switch (shape) {
    case "service":
      return jsonReply({ error: { code: answer.code ?? usualCode, message } }, status, headers);
    case "front-end":
      return jsonReply(frontEnd, status, headers);
    case "array":
      return jsonReply([frontEnd], status, headers);
    case "html":
      return textReply(status, "text/html; charset=UTF-8", htmlPage(status, message), headers);
    default:
      return { status, headers };
  }
}

function htmlPage(status: number, message: string): string {
  return `<!DOCTYPE html>\n<html lang=en>\n<title>Error ${status}</title>\n<p>${message}</p>\n`;
}
