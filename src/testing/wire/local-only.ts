// Who may call a server on this machine: programs, but no pages of other sites. A page reaches a local
// port in two ways: directly (a POST of text/plain needs no preflight), and by DNS rebinding, where its
// own host name resolves to 127.0.0.1. In come a request's headers, out goes why it is refused.

import { isLoopback } from "./loopback.ts";

/** Headers that pages cannot set, and that say where a request comes from. */
interface CallerHeaders {
  readonly host?: string | undefined;
  readonly origin?: string | string[] | undefined;
  readonly "sec-fetch-site"?: string | string[] | undefined;
}

/** Why a request that a page of another site may have sent is refused; `undefined` if it is not. */
export function findForeignPage(
  { host, origin, "sec-fetch-site": site }: CallerHeaders,
  allowedHosts: readonly string[],
): string | undefined {
  const name = hostNameOf(`http://${host}`);
  // Only programs of the time of HTTP/1.0 leave it out.
  if (host !== undefined && !isOwnName(name) && !allowedHosts.includes(name)) {
    return `Host "${name}" is not a name of this server. Add it to allowedHosts.`;
  }
  // Absent from programs and old browsers; `none` means that the user typed the address.
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    return "Pages of other origins may not call this server. Start it with cors: serve --cors.";
  }
  if (origin === undefined || origin === `http://${host}`) return undefined;
  // A development server that passes on a page's request keeps the page's own origin.
  const isProxied = site === "same-origin" && isLoopback(hostNameOf(String(origin)));
  return isProxied
    ? undefined
    : `Pages of ${String(origin)} may not call this server. Start it with cors: serve --cors.`;
}

function hostNameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}

/** How containers call the machine that they run on. */
const containerHosts = new Set(["host.docker.internal", "host.containers.internal"]);

/** Whether no page elsewhere can be under this name: an address, a name without dots, or a local one. */
function isOwnName(name: string): boolean {
  if (name === "") return false;
  // A URL spells every IPv4 address with four numbers, and IPv6 in brackets.
  const isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(name) || name.startsWith("[");
  return isAddress || !name.includes(".") || isLoopback(name) || containerHosts.has(name);
}
