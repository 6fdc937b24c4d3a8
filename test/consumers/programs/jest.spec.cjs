// Jest 30 without flags: everything is loaded by require(), google-auth-library as well. MSW is left
// out: it needs a package that Jest cannot load.

const { InteractionsClient, outputText } = require("gemini-interactions");
const { createInteractionsService } = require("gemini-interactions/testing");
const { verifyWebhook } = require("gemini-interactions/webhooks");
const { createSecret, deliver } = require("../dist/sign.cjs");

const service = createInteractionsService({ respond: () => "Paris." });

test("creates and streams", async () => {
  const client = new InteractionsClient({ apiKey: "key", fetch: service.fetch });
  const params = { model: "gemini-3.8-flash", input: "The capital of France?" };
  expect(outputText(await client.create(params))).toBe("Paris.");
  const stream = await client.create({ ...params, stream: true });
  expect(outputText(await stream.finalInteraction())).toBe("Paris.");
});

test("loads google-auth-library on the first call", async () => {
  process.env.GOOGLE_APPLICATION_CREDENTIALS = "/nowhere.json";
  const client = new InteractionsClient({ vertex: { project: "p" }, retry: false });
  await expect(client.get("v1_abc")).rejects.toThrow("/nowhere.json");
});

test("verifies a delivery: bytes of this realm are not those of Node", async () => {
  const secret = createSecret();
  const { headers, body } = deliver([secret]);
  await expect(
    verifyWebhook({ headers, body: Buffer.from(body) }, { secret }),
  ).resolves.toMatchObject({
    id: "msg_1",
  });
});
