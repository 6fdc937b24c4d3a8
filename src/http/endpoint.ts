// Where requests go: the host of a backend, or the caller's own base URL, validated. Takes a backend
// and options, returns a base URL without a trailing slash. Project and location become
// parts of the URL, so a loose one would send the credentials to another server.

import type { InteractionsClientOptions } from "../model/options.ts";
import { readVariable } from "./backend.ts";
import type { Backend } from "./backend.ts";

/** Where requests go: validated, and without a trailing slash. */
export interface Endpoint {
  /** Origin and path prefix; the API version and the resource follow. */
  readonly baseUrl: string;
  /** Replaces the version segment of every path; absent means as the spec writes it. */
  readonly apiVersion: string | undefined;
}

/** Resolves and validates the base URL and the API version. */
export function resolveEndpoint(
  backend: Backend,
  options: Pick<InteractionsClientOptions, "baseUrl" | "apiVersion" | "allowHttp">,
): Endpoint {
  if (backend.name === "vertex") {
    checkProject(backend.project);
    checkLocation(backend.location);
    checkResourcePaths(backend.resourcePaths);
  }
  const { apiVersion, allowHttp = false } = options;
  if (apiVersion !== undefined && !/^v\d+[a-z0-9]*$/.test(apiVersion)) {
    throw new TypeError(`apiVersion must look like "v1beta", got ${JSON.stringify(apiVersion)}.`);
  }
  const variable = backend.name === "vertex" ? "GOOGLE_VERTEX_BASE_URL" : "GOOGLE_GEMINI_BASE_URL";
  const name = options.baseUrl === undefined ? variable : "baseUrl";
  const given = options.baseUrl ?? readVariable(variable);
  const host = `https://${serviceHost(backend)}`;
  return {
    baseUrl: given === undefined ? host : checkBaseUrl(name, given, allowHttp),
    apiVersion,
  };
}

function serviceHost(backend: Backend): string {
  if (backend.name === "gemini") return "generativelanguage.googleapis.com";
  const { location } = backend;
  if (location === "global") return "aiplatform.googleapis.com";
  if (location === "us" || location === "eu") return `aiplatform.${location}.rep.googleapis.com`;
  return `${location}-aiplatform.googleapis.com`;
}

/** Whether the location has a host of its own kind, with no place for unscoped paths. */
export function isMultiRegion(location: string): boolean {
  return location === "global" || location === "us" || location === "eu";
}

// Part of the host name: anything looser could send the token to another server.
function checkLocation(location: string): void {
  if (!/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(location)) {
    throw new TypeError(
      `vertex.location must be a location such as "global" or "us-central1", got ${JSON.stringify(location)}.`,
    );
  }
}

// Domain-scoped projects look like "example.com:my-project".
function checkProject(project: string): void {
  if (!/^[a-z0-9][a-z0-9:.-]*$/.test(project)) {
    throw new TypeError(
      `vertex.project must be a project id or number, got ${JSON.stringify(project)}.`,
    );
  }
}

function checkResourcePaths(resourcePaths: string): void {
  if (!["auto", "location", "unscoped"].includes(resourcePaths)) {
    throw new TypeError(
      `vertex.resourcePaths must be "auto", "location" or "unscoped", got ${JSON.stringify(resourcePaths)}.`,
    );
  }
}

/** @param name of the option or the environment variable, for messages */
function checkBaseUrl(name: string, baseUrl: string, allowHttp: boolean): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  // The value may hold a password: it is not repeated in the message.
  if (url === undefined) throw new TypeError(`${name} is not an absolute URL.`);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new TypeError(`${name} must have no user, password, query or fragment.`);
  }
  const isHttpAllowed = url.protocol === "http:" && (allowHttp || isLoopback(url.hostname));
  if (url.protocol !== "https:" && !isHttpAllowed) {
    throw new TypeError(
      `${name} must use https: (http: only for this machine, or with allowHttp: true), ` +
        `got ${url.protocol}//${url.host}.`,
    );
  }
  const path = url.pathname.replace(/\/+$/, "").replace(/\/v\d+[a-z0-9]*$/, "");
  return `${url.origin}${path}`;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
