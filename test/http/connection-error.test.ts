import { expect, test } from "vitest";
import { createCleaner } from "../../src/http/clean.ts";
import { toCall } from "../../src/http/call.ts";
import { refusesSignal, toConnectionError } from "../../src/http/connection-error.ts";
import { ConnectionError, TimeoutError } from "../../src/index.ts";

const url = "https://generativelanguage.googleapis.com/v1beta/interactions";
const content = { method: "POST", url, headers: {}, body: "{}", signal: undefined, members: {} };
const create = toCall(content, { starts: "foreground run", isFile: false });
const get = toCall({ ...content, method: "GET", body: undefined });

function errorFor(thrown: unknown, { call = create, isAnswered = false } = {}): ConnectionError {
  const error = toConnectionError(call, thrown, isAnswered, createCleaner());
  return error instanceof ConnectionError ? error : expect.fail("expected a ConnectionError");
}

function failed(facts: object, message = "failed"): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), facts) });
}

test.each<[string, unknown]>([
  ["refused", failed({ code: "ECONNREFUSED" })],
  ["not resolved", failed({ code: "ENOTFOUND", syscall: "getaddrinfo" })],
  ["not connected in time", failed({ code: "UND_ERR_CONNECT_TIMEOUT" })],
  ["timed out while connecting", failed({ code: "ETIMEDOUT", syscall: "connect" })],
  ["reset while connecting", failed({ code: "ECONNRESET", syscall: "connect" })],
  ["unreachable", failed({ code: "ENETUNREACH" })],
  ["kept from a port that fetch blocks", failed({}, "bad port")],
  [
    "closed before a byte was written",
    failed({ code: "UND_ERR_SOCKET", socket: { bytesWritten: 0 } }),
  ],
  [
    "closed in the TLS handshake",
    failed(
      { code: "ECONNRESET" },
      "Client network socket disconnected before secure TLS connection was established",
    ),
  ],
  ["too slow in the TLS handshake", failed({ code: "ERR_TLS_HANDSHAKE_TIMEOUT" })],
  [
    "not tunnelled by a proxy",
    failed({ code: "UND_ERR_ABORTED" }, "Proxy response (407) !== 200 when HTTP Tunneling"),
  ],
  [
    "refused at each address",
    failed({ errors: [failed({ code: "ECONNREFUSED" }), failed({ code: "ENETUNREACH" })] }),
  ],
  ["refused in Bun", Object.assign(new Error("Unable to connect"), { code: "ConnectionRefused" })],
  [
    "refused in Deno",
    new TypeError(
      "error sending request for url (https://x/): client error (Connect): tcp connect",
    ),
  ],
  ["refused, deeper inside", new Error("proxy", { cause: failed({ code: "ECONNREFUSED" }) })],
])("a connection that was %s has sent nothing", (_, thrown) => {
  expect(errorFor(thrown)).toMatchObject({ mayHaveBeenAccepted: false, isTransient: true });
  expect(errorFor(thrown).message).toMatch(/The request was not sent\.$/);
});

test.each([
  ["SELF_SIGNED_CERT_IN_CHAIN", failed({ code: "SELF_SIGNED_CERT_IN_CHAIN" })],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", failed({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" })],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", failed({ code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" })],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", failed({ code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" })],
  ["CERT_HAS_EXPIRED", failed({ code: "CERT_HAS_EXPIRED" })],
  ["CERT_UNTRUSTED", failed({ code: "CERT_UNTRUSTED" })],
  ["INVALID_CA", failed({ code: "INVALID_CA" })],
  ["ERR_TLS_CERT_ALTNAME_INVALID", failed({ code: "ERR_TLS_CERT_ALTNAME_INVALID" })],
  [
    "Deno's words",
    new TypeError(
      "error sending request: client error (Connect): invalid peer certificate: UnknownIssuer",
    ),
  ],
  ["Node's words", failed({}, "self-signed certificate in certificate chain")],
])("a certificate that is not trusted (%s) stays so", (_, thrown) => {
  const error = errorFor(thrown);
  expect(error).toMatchObject({ mayHaveBeenAccepted: false, isTransient: false });
  expect(error.message).toMatch(/The request was not sent\. .*NODE_EXTRA_CA_CERTS/);
});

/** A failure that is its own cause, and one of its own attempts. */
function circle(): Error {
  const error = new Error("round", { cause: {} });
  return Object.assign(error, { cause: error, errors: [error] });
}

test.each<[string, unknown]>([
  ["reset", failed({ code: "ECONNRESET" })],
  ["timed out", failed({ code: "ETIMEDOUT" })],
  [
    "closed after bytes were written",
    failed({ code: "UND_ERR_SOCKET", socket: { bytesWritten: 9 } }),
  ],
  ["closed, on a socket that says nothing", failed({ code: "UND_ERR_SOCKET" })],
  [
    "lost at one address of two",
    failed({ errors: [failed({ code: "ECONNREFUSED" }), failed({})] }),
  ],
  ["lost at addresses that go in circles", circle()],
  ["lost in Node without a code", new TypeError("fetch failed")],
  ["lost in Chrome", new TypeError("Failed to fetch")],
  ["lost in Firefox", new TypeError("NetworkError when attempting to fetch resource.")],
  ["lost in Safari", new TypeError("Load failed")],
  ["lost in React Native", new TypeError("Network request failed")],
  ["lost in Deno", new TypeError("error sending request for url (https://x/): connection closed")],
  ["lost somehow", "gone"],
])("a connection that was %s may have been accepted", (_, thrown) => {
  expect(errorFor(thrown)).toMatchObject({ mayHaveBeenAccepted: true, isTransient: true });
  expect(errorFor(thrown).message).toMatch(
    /may have reached the service.*The run may have started/,
  );
  expect(errorFor(thrown, { call: get }).message).toMatch(/may have reached the service\.$/);
});

test.each<[string, unknown]>([
  ["a URL, in Node", new TypeError("Failed to parse URL from /v1beta/interactions")],
  [
    "a URL with a code",
    new TypeError("fetch failed", {
      cause: Object.assign(new TypeError("Invalid URL"), { code: "ERR_INVALID_URL" }),
    }),
  ],
  ["a relative URL, in node-fetch", new TypeError("Only absolute URLs are supported")],
  ["a scheme", new TypeError("Only HTTP(S) protocols are supported")],
  ["an unknown scheme", new TypeError("unsupported scheme")],
  [
    "a signal, in Node",
    new TypeError(
      'RequestInit: Expected signal ("AbortSignal {}") to be an instance of AbortSignal.',
    ),
  ],
  ["a signal, in node-fetch", new TypeError("Expected signal to be an instanceof AbortSignal")],
  [
    "a signal, in Chrome",
    new TypeError(
      "Failed to execute 'fetch' on 'Window': Failed to read the 'signal' property from 'RequestInit': Failed to convert value to 'AbortSignal'.",
    ),
  ],
  [
    "a header",
    new TypeError(
      "Cannot convert argument to a ByteString because the character at index 0 has a value of 8364",
    ),
  ],
  ["a header's value", new TypeError('Headers.append: "x" is an invalid header value.')],
  ["a body", new TypeError("Request with GET/HEAD method cannot have body.")],
  ["a method", new TypeError("'GE T' is not a valid HTTP method.")],
  [
    "the dispatcher of another undici",
    failed({ code: "UND_ERR_INVALID_ARG" }, "invalid onRequestStart method"),
  ],
  [
    "an argument of Node's http",
    Object.assign(new TypeError("x"), { code: "ERR_INVALID_ARG_TYPE" }),
  ],
])("a fetch that does not accept %s is reported as such", (_, thrown) => {
  const error = errorFor(thrown);
  expect(error).toMatchObject({ mayHaveBeenAccepted: false, isTransient: false });
  expect(error.message).toMatch(/^fetch did not take the request: .*Nothing was sent\./);
  expect(error.message).not.toMatch(/may have|Connection failed/);
});

test("after the headers a failure is always a ConnectionError", () => {
  const thrown = new TypeError("Invalid URL");
  expect(errorFor(thrown, { isAnswered: true })).toMatchObject({ mayHaveBeenAccepted: true });
  const refused = failed({ code: "ECONNREFUSED" });
  expect(errorFor(refused, { isAnswered: true })).toMatchObject({ mayHaveBeenAccepted: true });
});

test("an error of this library is not changed", () => {
  const own = new TimeoutError("x");
  expect(toConnectionError(create, own, false, createCleaner())).toBe(own);
});

test("only a fetch that refuses the signal is recognised as one", () => {
  expect(refusesSignal(new TypeError("Expected signal to be an instanceof AbortSignal"))).toBe(
    true,
  );
  expect(refusesSignal(new TypeError("fetch failed"))).toBe(false);
});
