// MSW answers for the service: the client uses the platform's fetch, as an app under test would.

import { setupServer } from "msw/node";
import { InteractionsClient, outputText } from "gemini-interactions";
import { createInteractionsService } from "gemini-interactions/testing";
import { interactionsHandlers } from "gemini-interactions/testing/msw";

const service = createInteractionsService({ respond: () => "Paris." });
const server = setupServer(...interactionsHandlers(service));
server.listen({ onUnhandledRequest: "error" });

const client = new InteractionsClient({ apiKey: "key" });
const params = { model: "gemini-3.8-flash", input: "The capital of France?" };
const created = outputText(await client.create(params));
const stream = await client.create({ ...params, stream: true });
console.log(created, outputText(await stream.finalInteraction()), service.requests.length);
server.close();
