import { isObject, parseJson } from "../util/json.ts";

// A Request hides its body once it is sent; each attempt sends the kept text anew.
const bodies = new WeakMap<Request, string>();

/** Keeps the text of a request's body for {@link repeat}. */
export function keepBody(request: Request, body: unknown): void {
  if (typeof body === "string") bodies.set(request, body);
}

/** The text that was kept. */
export function bodyOf(request: Request): string | undefined {
  return bodies.get(request);
}

/** Whether the request can be sent again: a body that somebody else gave it cannot. */
export function canRepeat(request: Request): boolean {
  return request.body === null || bodies.has(request);
}

/** The same request once more, with its headers as they are now. */
export function repeat(request: Request): Request {
  const body = bodyOf(request);
  // A body of its own is what makes a request that was used usable again.
  const again = new Request(request, body === undefined ? {} : { body });
  keepBody(again, body);
  return again;
}

/** Whether the request starts a run. */
export function isCreate({ method, url }: Request): boolean {
  return method === "POST" && !url.endsWith("/cancel");
}

/** Whether the request starts a run that ends with it: no background run, and no agent. */
export function isForegroundModel(request: Request): boolean {
  const body = parseJson(bodyOf(request) ?? "");
  return isObject(body) && body["background"] !== true && body["agent"] === undefined;
}

/** What a create that may have started a run tells whoever would send it again. */
export const createAdvice: string =
  "The run may have started: sending it again may start, and bill, a second one. " +
  'retry: { create: "always" } takes that risk.';
