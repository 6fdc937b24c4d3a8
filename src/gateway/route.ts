// What a URL of the API asks for, in either backend's form. It is read from its version segment on, so
// that the place at which somebody has mounted a gateway does not matter.

const operations = {
  POST: "create",
  "GET id": "get",
  "DELETE id": "delete",
  "POST id cancel": "cancel",
} as const;

/** What a request asks of interactions. */
export interface Route {
  readonly operation: (typeof operations)[keyof typeof operations];
  /** The interaction; empty for a create. */
  readonly id: string;
  /** What stands before the version segment. */
  readonly prefix: string;
  readonly apiVersion: string;
  /** The project and location that the path names on Vertex AI. */
  readonly scope: { readonly project: string; readonly location: string } | undefined;
}

const interactions =
  /^(.*)\/(v\d+[a-z0-9]*)(?:\/projects\/([a-z0-9][a-z0-9:.-]*)\/locations\/([a-z](?:[a-z0-9-]*[a-z0-9])?))?\/interactions(?:\/([^/:%]+)(?:[/:](cancel))?)?$/;
/** Whatever else there is; files are sent to a form that begins with `/upload`. */
const anything = /^.*?((?:\/upload)?\/v\d+[a-z0-9]*\/.+)$/;

/** What a request asks of interactions; `undefined` for anything else. */
export function routeOf(method: string, { pathname }: URL): Route | undefined {
  const [, prefix = "", apiVersion = "", project, location, id = "", verb] =
    interactions.exec(pathname) ?? [];
  const form = [method, id && "id", verb].filter(Boolean).join(" ");
  if (apiVersion === "" || !Object.hasOwn(operations, form)) return undefined;
  const scope = project && location ? { project, location } : undefined;
  // Looked up just before.
  const operation = operations[form as keyof typeof operations];
  return { operation, id, prefix, apiVersion, scope };
}

/** The path from its version segment on; `undefined` where it has none. */
export function apiPathOf(pathname: string): string | undefined {
  const prefix = interactions.exec(pathname)?.[1];
  return prefix === undefined ? anything.exec(pathname)?.[1] : pathname.slice(prefix.length);
}
