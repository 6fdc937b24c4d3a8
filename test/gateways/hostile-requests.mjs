// @ts-check
// The requests that a gateway is attacked with, as they are written to a socket: strange methods and
// targets, hosts and forwarding headers, too many and broken headers, hidden second requests, odd bodies.

/** The credential that each of them carries, in several places. */
export const secret = "AIza-a-secret-of-the-caller-0123";

/** @param {string} other host and port of the server that must get nothing */
export function* hostileRequests(other) {
  const path = "/v1beta/interactions";
  const credentials = `x-goog-api-key: ${secret}\r\nauthorization: Bearer ${secret}\r\ncookie: s=${secret}`;
  const end = "connection: close\r\n\r\n";
  const json = '{"model":"m","input":"x"}';
  const post = `content-type: application/json\r\ncontent-length: ${json.length}\r\n`;

  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT"];
  methods.push("PROPFIND", "get", "QUERY", "PURGE", "G\0T", "", "X".repeat(9_000));
  const targets = ["/", path, `${path}/v1_a`, `${path}/v1_a/cancel`, `${path}?key=${secret}`];
  targets.push(`${path}/v1_a?stream=true&key=${secret}`, "/v1beta/models", "*", "", "v1beta");
  targets.push(
    `//${other}${path}`,
    `///${other}${path}`,
    `/\\${other}${path}`,
    `\\\\${other}${path}`,
  );
  targets.push(
    `http://${other}${path}`,
    `https://${other}${path}`,
    `HTTP://${other}/v1beta/models`,
  );
  targets.push(
    `http://user:${secret}@${other}${path}`,
    `ftp://${other}${path}`,
    `//@${other}${path}`,
  );
  targets.push(`/@${other}${path}`, `${path}@${other}`, `/v1beta/../../${other}/v1beta/models`);
  targets.push(
    "/v1beta/..%2f..%2fetc/passwd",
    "/v1beta/%2e%2e/%2e%2e/x",
    `${path}/..`,
    `${path}/%00`,
  );
  targets.push(`${path}/a%2fb`, `${path}/a\0b`, `${path}/ä`, `${path}#${other}`, `${path}/v1_a;/x`);
  targets.push(`/v1beta/http://${other}/x`, `/v1beta//${other}/x`, `/v1beta/\\${other}\\x`);
  targets.push(
    `${path}/v1_a?stream=true&last_event_id=${"x".repeat(8_000)}`,
    `/${"a/".repeat(9_000)}`,
  );
  targets.push(
    `${path}/v1_a?stream=true&last_event_id=3.v1_b.${secret}`,
    "/v1beta/%%%",
    `/%0d%0ahost:x`,
  );
  for (const method of methods) {
    for (const target of targets) {
      const host = targets.indexOf(target) % 2 === 0 ? other : "127.0.0.1";
      const body = /^(POST|PUT|PATCH)$/.test(method);
      const head = `${method} ${target} HTTP/1.1\r\nhost: ${host}\r\n${credentials}\r\n`;
      yield body ? `${head}${post}${end}${json}` : `${head}${end}`;
    }
  }

  const hosts = [
    other,
    `${other}/x`,
    `user:${secret}@${other}`,
    "",
    "a b",
    "[::1]:1",
    "x".repeat(5_000),
  ];
  const lines = hosts.map((host) => `host: ${host}`);
  lines.push("x-none: 1", `host: a\r\nhost: ${other}`, `host : ${other}`, ` host: ${other}`);
  const forwarding = [
    "x-forwarded-host",
    "x-forwarded-for",
    "x-original-url",
    "x-rewrite-url",
    "via",
  ];
  forwarding.push("forwarded", "x-host", "x-forwarded-server", "x-http-method-override", "upgrade");
  for (const line of lines) {
    for (const name of forwarding) {
      const more = `${line}\r\n${name}: ${other}\r\nproxy-authorization: Basic ${secret}\r\n`;
      yield `POST ${path} HTTP/1.1\r\n${more}${credentials}\r\n${post}${end}${json}`;
    }
  }

  const bombs = ["x: ".padEnd(70_000, "a"), `x-goog-a: ${"a".repeat(15_000)}`];
  bombs.push(
    Array.from({ length: 3_000 }, (_, at) => `x${at}: 1`).join("\r\n"),
    "x: a\r\n b\r\n\tc",
  );
  bombs.push("x: \0", "x\0: 1", ": 1", "x", "x: \r y: 1", `x-goog-api-key: ä${secret}`, "x y: 1");
  bombs.push(
    "expect: 100-continue",
    "expect: x",
    "connection: keep-alive, x-goog-api-key",
    "te: trailers",
  );
  for (const bomb of bombs) {
    for (const method of ["GET", "POST"]) {
      const head = `${method} ${path} HTTP/1.1\r\nhost: x\r\n${credentials}\r\n${bomb}\r\n`;
      yield method === "GET" ? `${head}${end}` : `${head}${post}${end}${json}`;
    }
  }

  // A second request hides in the body of the first: nobody may answer, or pass on, what it asks for.
  const hidden = `GET /v1beta/smuggled HTTP/1.1\r\nhost: ${other}\r\n\r\n`;
  const chunk = `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`;
  const lengths = [
    hidden.length,
    0,
    1,
    `+${hidden.length}`,
    `${hidden.length},0`,
    "0x10",
    -1,
    "1e1",
  ];
  const codings = [
    "chunked",
    "xchunked",
    "chunked, identity",
    " chunked",
    "\tchunked",
    "chunked\0",
  ];
  codings.push(
    "identity",
    "gzip, chunked",
    '"chunked"',
    "CHUNKED",
    "chunked\r\ntransfer-encoding: x",
  );
  for (const method of ["GET", "POST", "DELETE"]) {
    for (const length of lengths) {
      const head = `${method} ${path} HTTP/1.1\r\nhost: x\r\n${credentials}\r\ncontent-length: ${length}\r\n`;
      // Where it is no part of the body it is a request of its own, and may be answered.
      if (length === hidden.length) yield `${head}\r\n${hidden}`;
      for (const coding of codings)
        yield `${head}transfer-encoding: ${coding}\r\n\r\n0\r\n\r\n${chunk}`;
    }
    yield `${method} ${path} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n${chunk}`;
    yield `${method} ${path} HTTP/1.0\r\ntransfer-encoding: chunked\r\n\r\n${chunk}`;
  }

  const bodies = [
    "{",
    "[]",
    "null",
    "\0",
    "[".repeat(100_000),
    '{"a":'.repeat(50_000),
    '"\\ud800"',
  ];
  bodies.push(
    '{"stream":true}',
    '{"background":true,"agent":[]}',
    `{"input":"${"a".repeat(50_000)}"}`,
  );
  for (const body of bodies) {
    for (const type of ["application/json", "text/plain", "multipart/form-data", "", "\\"]) {
      const head = `POST ${path} HTTP/1.1\r\nhost: x\r\n${credentials}\r\ncontent-type: ${type}\r\n`;
      yield `${head}content-length: ${body.length}\r\n${end}${body}`;
    }
  }
  yield "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03";
  yield "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  yield `GET ${path} HTTP/9.9\r\n\r\n`;
  yield `GET ${path}\r\n\r\n`;
}
