// Errors of calls without a complete answer: the network failed, time ran out, or fetch would not
// send the request at all. Takes what fetch threw, returns an error that says whether the service may
// have got the request. "Not sent" must be certain, since a create is repeated after it.

import { ConnectionError, InteractionsError, TimeoutError } from "../model/errors.ts";
import { listOf } from "../util/json.ts";
import { endSentence } from "../util/printable.ts";
import { memberOf, wordsOf } from "../util/thrown.ts";
import { duplicateWarning, nameOf } from "./call.ts";
import type { Call } from "./call.ts";
import type { Cleaner } from "./clean.ts";

/** How far causes are followed; they may go in circles. */
const maxDepth = 5;

/** Codes of failures before a byte of a request is written; the last two are Bun's. */
const notSentCodes =
  /^(ERR_TLS_.*|E(CONNREFUSED|NOTFOUND|AI_AGAIN|ADDRNOTAVAIL|HOSTUNREACH|NETUNREACH)|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;
/** Certificates are checked before anything is written, too. Their codes have many names; Deno has words. */
const untrusted =
  /^CERT_|[_ ]cert(ificate)?(_|\b)|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|_CA$|HOSTNAME_MISMATCH/i;
/** A port that fetch blocks, a TLS handshake that was cut off, a proxy that opened no tunnel, Deno's. */
const notSentWords =
  /\bbad port\b|before secure TLS connection was established|HTTP Tunneling|client error \(Connect\)/i;
/** What fetch says of arguments that it does not take. */
const argumentCodes =
  /^(ERR_INVALID_(URL|ARG|CHAR|HTTP|PROTOCOL)|ERR_HTTP_INVALID_|ERR_UNESCAPED_|UND_ERR_(INVALID|NOT_SUPPORTED))/;
const argumentWords =
  /\b(parse|invalid|absolute|unsupported) (\S+ ){0,2}(URL|protocol|scheme)|protocols are supported|AbortSignal|ByteString|RequestInit|Failed to (construct|execute)|cannot have (a )?body|not a valid HTTP|invalid (header|method)|expected .* to be|must be of type/i;

/**
 * The error of an attempt that failed; errors of this library are left as they are.
 *
 * @param isAnswered whether it was the body that failed, after the headers had come
 */
export function toConnectionError(
  call: Call,
  cause: unknown,
  isAnswered: boolean,
  cleaner: Cleaner,
): unknown {
  // What the testing service throws for a mistake in a test is not a failure of the network.
  if (cause instanceof InteractionsError || memberOf(cause, "name") === "RespondError")
    return cause;
  const chain = causesOf(cause);
  if (!isAnswered && isRefusedArgument(chain)) return refusedArgument(call, chain, cleaner);
  const code = chain.map(codeOf).findLast((name) => name !== undefined);
  const mayHaveBeenAccepted = isAnswered || !wasNotSent(cause);
  const isUntrusted = !mayHaveBeenAccepted && chain.some(isUntrustedLink);
  const sentences = [
    `Connection failed${code === undefined ? "" : ` (${cleaner.clean(code)})`}: ${nameOf(call)}.`,
    mayHaveBeenAccepted ? "The request may have reached the service." : "The request was not sent.",
  ];
  if (mayHaveBeenAccepted && call.starts !== "nothing") sentences.push(duplicateWarning(call));
  if (isUntrusted) {
    sentences.push(
      "The certificate is not trusted. Behind a proxy, set NODE_EXTRA_CA_CERTS to its root certificate.",
    );
  }
  if (code === "UND_ERR_HEADERS_TIMEOUT") {
    sentences.push(
      "Node's fetch waits 300 s for an answer: use stream or background, or pass your own fetch.",
    );
  }
  return new ConnectionError(sentences.join(" "), {
    cause: cleaner.cleanCause(cause),
    mayHaveBeenAccepted,
    // The next attempt would meet the same certificate.
    isTransient: !isUntrusted,
  });
}

function isUntrustedLink(link: unknown): boolean {
  return untrusted.test(codeOf(link) ?? wordsOf(link));
}

/** The error of an attempt that took too long. */
export function timeoutError(call: Call, limitMs: number, isSent: boolean): TimeoutError {
  const what = isSent ? "complete answer" : "credential";
  const sentences = [`No ${what} within ${limitMs} ms (timeoutMs): ${nameOf(call)}`];
  if (isSent && call.starts !== "nothing") sentences.push(duplicateWarning(call));
  return new TimeoutError(sentences.join(". "), { mayHaveBeenAccepted: isSent });
}

/**
 * Checks what a custom fetch, or a mock, resolved with.
 *
 * @throws ConnectionError for anything but an unread response: asking again brings the same
 */
export function checkResponse(call: Call, response: unknown): void {
  // `Response.error()` represents a lost connection.
  if (memberOf(response, "type") === "error") throw new TypeError("fetch resolved with an error");
  const [body, headers] = [memberOf(response, "body"), memberOf(response, "headers")];
  const isRead = memberOf(response, "bodyUsed") === true || memberOf(body, "locked") === true;
  if (typeof memberOf(headers, "get") === "function" && !isRead) return;
  const problem = isRead
    ? "resolved with a Response whose body was read already"
    : "did not resolve with a Response";
  throw new ConnectionError(
    `fetch ${problem}. The request may have reached the service. ` +
      `Check the fetch option. ${nameOf(call)}`,
    { mayHaveBeenAccepted: true, isTransient: false },
  );
}

/** Whether fetch does not take this environment's AbortSignal, as with jsdom's on Node. */
export function refusesSignal(error: unknown): boolean {
  return causesOf(error).some((link) => /AbortSignal/.test(wordsOf(link)));
}

function refusedArgument(
  call: Call,
  chain: readonly unknown[],
  { clean, cleanCause }: Cleaner,
): ConnectionError {
  // The innermost says it best: the outer one is often just "fetch failed".
  const words = clean(wordsOf(chain.at(-1)));
  return new ConnectionError(
    `fetch did not take the request: ${endSentence(words)} Nothing was sent. Check the fetch ` +
      `option, which is called as fetch(url, init), and its own options. ${nameOf(call)}`,
    { cause: cleanCause(chain[0]), mayHaveBeenAccepted: false, isTransient: false },
  );
}

function isRefusedArgument(chain: readonly unknown[]): boolean {
  return chain.some((link) => {
    const code = codeOf(link);
    if (code !== undefined) return argumentCodes.test(code);
    return memberOf(link, "name") === "TypeError" && argumentWords.test(wordsOf(link));
  });
}

/** An error, its cause, the cause of that, and so on. */
function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let link = error; link !== undefined && link !== null && chain.length < maxDepth;) {
    chain.push(link);
    link = memberOf(link, "cause");
  }
  return chain;
}

/** Whether a failure, with all its causes, shows that no byte of the request was written. */
function wasNotSent(failure: unknown, depth = 0): boolean {
  return causesOf(failure).some((link) => {
    // Several addresses were tried: each of them must have failed in this way.
    const attempts = listOf(memberOf(link, "errors"));
    if (attempts.length > 0) {
      return depth < maxDepth && attempts.every((attempt) => wasNotSent(attempt, depth + 1));
    }
    const code = codeOf(link) ?? "";
    const step = memberOf(link, "syscall");
    return (
      notSentCodes.test(code) ||
      isUntrustedLink(link) ||
      step === "connect" ||
      step === "getaddrinfo" ||
      memberOf(memberOf(link, "socket"), "bytesWritten") === 0 ||
      notSentWords.test(wordsOf(link))
    );
  });
}

function codeOf(error: unknown): string | undefined {
  const code = memberOf(error, "code");
  return typeof code === "string" ? code : undefined;
}
