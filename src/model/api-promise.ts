// The promise that the client's methods return: the data when awaited, and on request the HTTP
// response with it. Two promises depend on one call, and awaiting either must be enough.

/** What a call resolved with, and the HTTP response it came in. */
export interface ApiAnswer<T> {
  /** What the call resolves with when it is awaited alone. */
  readonly data: T;
  /** Status and headers of the answer; its body has been read. */
  readonly response: Response;
}

/**
 * The promise of a call. Await it for the data, or its {@link ApiPromise.withResponse} for the
 * HTTP response as well. What `then` and its kin return are plain promises.
 */
export class ApiPromise<T> extends Promise<T> {
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  readonly #answer: Promise<ApiAnswer<T>>;

  constructor(answer: Promise<ApiAnswer<T>>) {
    super((resolve, reject) => {
      answer.then(({ data }) => resolve(data), reject);
    });
    this.#answer = answer;
  }

  /** The data together with the HTTP response, for its status and headers. */
  withResponse(): Promise<ApiAnswer<T>> {
    // Whoever awaits the answer need not await this promise too: its rejection counts as handled.
    this.catch(() => undefined);
    return this.#answer;
  }
}
