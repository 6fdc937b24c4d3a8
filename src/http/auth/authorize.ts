// The headers of each attempt: the call's own, the quota project, the client's, the credential's, the
// first that has a name wins. Also renews a token that was refused, once for all calls that it was
// refused to. It reports every credential to the cleaner, so that no error repeats it.

import { CredentialsError } from "../../model/errors.ts";
import type { InteractionsClientOptions } from "../../model/options.ts";
import { onAbort } from "../../util/abort.ts";
import { within } from "../../util/delay.ts";
import type { Backend } from "../backend.ts";
import type { Call } from "../call.ts";
import type { Cleaner } from "../clean.ts";
import { apiKeyProvider, checkHeaders, checkHeaderValue, tokenProvider } from "./provider.ts";
import type { HeaderProvider, HeaderRecord } from "./provider.ts";

/** Makes the headers of one client's attempts. */
export interface Authorizer {
  /** The headers of an attempt. */
  authorize(call: Call): Promise<HeaderRecord>;
  /**
   * The headers with a new token in place of a refused one; `undefined` when there is none.
   *
   * @param signal of the attempt: where it aborts, other calls no longer wait for this renewal either
   */
  renew(
    call: Call,
    refused: HeaderRecord,
    signal: AbortSignal | undefined,
  ): Promise<HeaderRecord | undefined>;
}

/** How long the calls that were refused with one token share its renewal, in milliseconds. */
const sharedMs = 10_000;
/** The same for a renewal that brought no new token. */
const failedMs = 1_000;
/** Longest time for one renewal, in milliseconds: above the usual limit of a call, which speaks first. */
const renewalTimeoutMs = 60_000;

/** The newest renewal: of which token, what comes of it, and until when it is shared. */
interface Renewal {
  readonly refused: string | undefined;
  readonly headers: Promise<HeaderRecord | undefined>;
  expiresAt: number;
}

/** Makes an authorizer. */
export function createAuthorizer(
  backend: Backend,
  options: Pick<InteractionsClientOptions, "headers">,
  cleaner: Cleaner,
): Authorizer {
  const provider =
    backend.name === "gemini" ? apiKeyProvider(backend.apiKey) : vertexProvider(backend);
  const quotaProjectId = backend.name === "vertex" ? backend.quotaProjectId : undefined;
  const quotaProject: HeaderRecord =
    quotaProjectId === undefined
      ? {}
      : { "x-goog-user-project": checkHeaderValue("quotaProjectId", quotaProjectId) };
  const defaults = { ...checkHeaders(options.headers), ...quotaProject };
  let newest: Renewal | undefined;

  const renewToken = (url: string, refused: string | undefined): Renewal => {
    const fetchNew = async (): Promise<HeaderRecord | undefined> => {
      // A credential that cannot be renewed leaves the service's own answer to the caller.
      const refreshed = Promise.resolve(provider.refreshHeaders?.(url));
      const fresh = await within(renewalTimeoutMs, refreshed).catch(() => undefined);
      const isNew = fresh !== undefined && fresh[provider.main] !== refused;
      renewal.expiresAt = Date.now() + (isNew ? sharedMs : failedMs);
      return isNew ? fresh : undefined;
    };
    const renewal: Renewal = {
      refused,
      headers: Promise.resolve().then(fetchNew),
      expiresAt: Infinity,
    };
    return renewal;
  };

  const credential = async (url: string, own: HeaderRecord): Promise<HeaderRecord> => {
    try {
      return await provider.getHeaders(url);
    } catch (error) {
      if (!(error instanceof CredentialsError)) throw error;
      // Its words are those of the caller's function, which knows the call's other secrets.
      cleaner.remember(own);
      const { isTransient } = error;
      throw new CredentialsError(cleaner.clean(error.message), { isTransient });
    }
  };

  return {
    async authorize(call) {
      const own = { ...defaults, ...call.headers };
      const given = provider.main in own ? {} : await credential(call.url, own);
      const headers = { ...given, ...own };
      cleaner.remember(headers);
      return headers;
    },
    async renew(call, refused, signal) {
      // The caller's own authorization is not ours to renew.
      const isOurs = !(provider.main in call.headers) && !(provider.main in defaults);
      if (!isOurs || provider.refreshHeaders === undefined) return undefined;
      const token = refused[provider.main];
      if (newest?.refused !== token || (newest?.expiresAt ?? 0) <= Date.now()) {
        newest = renewToken(call.url, token);
      }
      const renewal = newest;
      // Whoever gave up has waited in vain: the next call that is refused asks again.
      const forget = (): void => void (newest === renewal && (newest = undefined));
      const unfollow = onAbort(signal, forget);
      const fresh = await renewal?.headers;
      unfollow();
      if (fresh === undefined) return undefined;
      cleaner.remember(fresh);
      return { ...fresh, ...defaults, ...call.headers };
    },
  };
}

function vertexProvider({ auth, project }: Backend & { name: "vertex" }): HeaderProvider {
  if (auth !== undefined) return tokenProvider(auth);
  // Loaded on the first call: callers with a token, or on the Gemini API, never load it.
  let loading: Promise<HeaderProvider> | undefined;
  const load = (): Promise<HeaderProvider> =>
    (loading ??= import("#google-auth").then(async ({ applicationDefaultCredentials }) =>
      tokenProvider(await applicationDefaultCredentials(project)),
    ));
  return {
    main: "authorization",
    getHeaders: async (url) => (await load()).getHeaders(url),
    refreshHeaders: async (url) => {
      const provider = await load();
      return provider.refreshHeaders?.(url) ?? provider.getHeaders(url);
    },
  };
}
