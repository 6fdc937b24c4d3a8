// Reads what a request asks for from its method and path: the Gemini API's form, and both of Vertex.

type Operation = "create" | "get" | "cancel" | "delete" | "jwks";

/** Which URL forms of Vertex lead to get, cancel and delete. */
export type VertexPaths = "both" | "location" | "unscoped";

/** What a method and a URL ask for. */
export interface Route {
  /** Absent where no route is. */
  readonly operation: Operation | undefined;
  /** Under project and location, as on Vertex. */
  readonly isScoped: boolean;
  /** Empty for create. */
  readonly id: string;
}

const pathPattern =
  /\/v\d\w*\/(projects\/[^/]+\/locations\/[^/]+\/)?interactions(?:\/([^/]+)(\/cancel)?)?$/;

/** Finds the operation; whatever stands before the version is tolerated. */
export function findRoute(method: string, path: string): Route {
  if (method === "GET" && path.endsWith("/.well-known/jwks.json")) {
    return { operation: "jwks", isScoped: false, id: "" };
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
  return { operation: operations[method], isScoped: scope !== undefined, id: decode(id) };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
