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
  const { url, method, headers, signal, redirect } = request;
  return new Request(url, { method, headers, signal, redirect, body: bodyOf(request) ?? null });
}

/** Whether the request starts a run. */
export function isCreate({ method, url }: Request): boolean {
  return method === "POST" && !url.endsWith("/cancel");
}
