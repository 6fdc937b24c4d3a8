// @ts-check
// How the suite calls this library. The library is a parameter, for the adapter takes the installed
// package and our own tests take the sources.

/**
 * @param {typeof import("../../../src/index.ts")} library
 * @param {import("../../../src/index.ts").InteractionsClientOptions} options
 */
export function connect(library, options) {
  const { InteractionsClient, outputText, pendingFunctionCalls } = library;

  /** @param {import("./adapter.mjs").Call} call @param {import("./adapter.mjs").Output} output */
  return async (call, output) => {
    const { method, body, id = "", query = {}, position, results } = call;
    // What is called follows from data: no types follow from that.
    const client = /** @type {any} */ (new InteractionsClient({ apiKey: "any", ...options }));
    const streamOptions =
      call.idleTimeoutMs === undefined ? {} : { idleTimeoutMs: call.idleTimeoutMs };

    /** @param {import("../../../src/index.ts").InteractionStream} stream */
    const readStream = async (stream) => {
      for await (const text of stream.text()) {
        output.text += text;
        if (call.stopAfter !== undefined && output.text.length >= call.stopAfter) {
          output.position = stream.cursor;
          return;
        }
      }
      finish(await stream.finalInteraction());
    };
    /** @param {import("../../../src/index.ts").Interaction} interaction */
    const finish = (interaction) => {
      output.status = interaction.status;
      const calls = pendingFunctionCalls(interaction);
      output.calls = calls.map((each) => ({ name: each.name, arguments: each.arguments }));
    };
    /** @param {AsyncIterable<any> & PromiseLike<import("../../../src/index.ts").Interaction>} run */
    const readRun = async (run) => {
      for await (const event of run) {
        if (event.event_type === "step.delta" && event.delta?.type === "text") {
          output.text += event.delta.text;
        } else if (event.steps !== undefined) output.text += outputText(event);
      }
      finish(await run);
    };

    if (method === "resume") await readStream(await client.resume(position, streamOptions));
    else if (method === "wait") {
      const interaction = await client.waitForCompletion(id);
      output.text = outputText(interaction);
      finish(interaction);
    } else if (results !== undefined) {
      const { tools: _, ...params } = body;
      const tools = Object.entries(results).map(([name, result]) =>
        library.defineTool({
          name,
          description: name,
          parameters: { type: "object" },
          execute: () => result,
        }),
      );
      await readRun(library.runTools(client, params, { tools, ...streamOptions }));
    } else if (call.continue === true) {
      await readRun(library.createWithContinuation(client, body, streamOptions));
    } else if (body?.stream === true || query.stream === true) {
      await readStream(
        method === "create"
          ? await client.create(body, streamOptions)
          : await client.get(id, query, streamOptions),
      );
    } else {
      const interaction =
        method === "create" ? await client.create(body) : await client.get(id, query);
      output.text = outputText(interaction);
      finish(interaction);
    }
  };
}
