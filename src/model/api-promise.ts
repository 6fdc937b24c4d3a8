// The promise that the client's methods return: awaiting it gives the data, `withResponse()` the HTTP
// response too. Two promises depend on one call, and awaiting either must be enough.

/** The data of a call, with its HTTP response. */
export interface ApiAnswer<T> {
  /** What awaiting the call itself gives. */
  readonly data: T;
  /** Status and headers of the response; its body has been read. */
  readonly response: Response;
}

/**
 * The promise of a call. Await it for the data, or {@link ApiPromise.withResponse} for the HTTP response
 * as well. `then`, `catch` and `finally` return plain promises.
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
