// Finds the operation of a request from its method and path: the Gemini API's form, and both of Vertex. In come
// method and path, out go the operation and the ids in it; unknown paths are not an error here.

type Operation = "create" | "get" | "cancel" | "delete" | "jwks";

/** Which URL forms of Vertex work for get, cancel and delete. */
export type VertexPaths = "both" | "location" | "unscoped";

/** The operation of a method and a URL. */
export interface Route {
  /** Absent for an unknown route. */
  readonly operation: Operation | undefined;
  /** Such as `v1beta`; empty for an unknown route. */
  readonly version: string;
  /** Under project and location, as on Vertex. */
  readonly isScoped: boolean;
  /** Empty for create. */
  readonly id: string;
  /** Set for resources other than interactions. */
  readonly resource?: ResourceRoute;
}

/** The operation on a resource other than interactions. */
export interface ResourceRoute {
  /** Such as `PATCH webhooks/{id}` or `GET environments/{id}/files`. */
  readonly operation: string;
  readonly id: string;
  /** Of a file, else empty. */
  readonly path: string;
}

const resources = "agents|credentials|decisions|environments|triggers|voices|webhooks";

const resourcePattern = new RegExp(
  `(/upload)?/v\\d\\w*/(?:projects/[^/]+/locations/[^/]+/)?(${resources})(?:/([^/:]+)(:\\w+|/executions|/files/.*)?)?$`,
);

function findResource(method: string, pathname: string): ResourceRoute | undefined {
  const match = resourcePattern.exec(pathname);
  if (match === null) return undefined;
  const [, upload = "", collection = "", id = "", rest = ""] = match;
  const path = rest.startsWith("/files/") ? rest.slice("/files/".length) : "";
  const suffix = path === "" ? rest.replace(/\/$/, "") : "/files";
  const start = upload === "" ? method : `${method} upload`;
  const operation = `${start} ${collection}${id === "" ? "" : "/{id}"}${suffix}`;
  return { operation, id: decode(id), path: decode(path) };
}

const servicePattern = new RegExp(
  `/(v\\d\\w*)/(?:projects/[^/]+/locations/[^/]+/)?(?:interactions|${resources})(?=/|$)|/\\.well-known/jwks\\.json$`,
);

/** Whether a path belongs to one of the service's resources, even without an operation. */
export function isServicePath(path: string): boolean {
  return servicePattern.test(path);
}

const pathPattern =
  /\/v\d\w*\/(projects\/[^/]+\/locations\/[^/]+\/)?interactions(?:\/([^/]+)(\/cancel)?)?$/;

/** Finds the operation; any prefix before the version is tolerated. */
export function findRoute(method: string, path: string): Route {
  if (method === "GET" && path.endsWith("/.well-known/jwks.json")) {
    return { operation: "jwks", version: "", isScoped: false, id: "" };
  }
  const [, version = ""] = servicePattern.exec(path) ?? [];
  const resource = findResource(method, path);
  if (resource !== undefined) {
    return { operation: undefined, version, isScoped: false, id: "", resource };
  }
  const [match, scope, id = "", cancel] = pathPattern.exec(path) ?? [];
  const operations: Record<string, Operation | undefined> =
    match === undefined
      ? {}
      : id === ""
        ? { POST: "create" }
        : cancel === undefined
          ? { GET: "get", DELETE: "delete" }
          : { POST: "cancel" };
  return { operation: operations[method], version, isScoped: scope !== undefined, id: decode(id) };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
