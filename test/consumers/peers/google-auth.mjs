// google-auth-library finds Application Default Credentials, a workload's, whose token comes from a
// server on this machine.

import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { InteractionsClient, outputText } from "gemini-interactions";

const tokens = createServer((_, response) => {
  response.setHeader("content-type", "application/json");
  response.end(
    JSON.stringify({
      access_token: "token",
      expires_in: 3600,
      issued_token_type: "urn:ietf:params:oauth:token-type:access_token",
      token_type: "Bearer",
    }),
  );
});
tokens.listen(0, "127.0.0.1");
await once(tokens, "listening");

const file = process.env.GOOGLE_APPLICATION_CREDENTIALS;
writeFileSync(`${file}.subject`, "subject token");
writeFileSync(
  file,
  JSON.stringify({
    type: "external_account",
    audience: "//iam.test/projects/1/locations/global/workloadIdentityPools/p/providers/p",
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    token_url: `http://127.0.0.1:${tokens.address().port}/token`,
    credential_source: { file: `${file}.subject` },
    quota_project_id: "billing",
  }),
);

const client = new InteractionsClient({
  vertex: { project: "my-project" },
  baseUrl: process.env.SERVICE_URL,
});
console.log(outputText(await client.create({ model: "gemini-3.8-flash", input: "Hello" })));
tokens.close();
