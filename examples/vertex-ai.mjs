// @ts-check
// Vertex AI with Application Default Credentials, billed to a quota project. It needs
// `npm install google-auth-library`, and credentials: `gcloud auth application-default login`, a key file
// named by GOOGLE_APPLICATION_CREDENTIALS, workload identity, or the metadata server of the machine.
//
//   GOOGLE_CLOUD_PROJECT=my-project VERTEX_QUOTA_PROJECT_ID=my-billing-project node examples/vertex-ai.mjs
//
// With ACCESS_TOKEN=$(gcloud auth print-access-token) it needs neither, for the hour that the token lasts.
//
// Without an account, in another terminal: npx gemini-interactions serve
// and then with ACCESS_TOKEN=any GOOGLE_VERTEX_BASE_URL=http://127.0.0.1:8798

import { InteractionsClient, outputText, PermissionDeniedError } from "gemini-interactions";

const client = new InteractionsClient({
  vertex: {
    // Without it, GOOGLE_CLOUD_PROJECT.
    project: process.env["GOOGLE_CLOUD_PROJECT"],
    location: "global",
    // Without it, Application Default Credentials.
    auth: process.env["ACCESS_TOKEN"],
    // What every client of Google's uses. "auto" finds out by trying.
    resourcePaths: "location",
  },
  // Without it, VERTEX_QUOTA_PROJECT_ID, GOOGLE_CLOUD_QUOTA_PROJECT, then what the credentials name.
  quotaProjectId: process.env["VERTEX_QUOTA_PROJECT_ID"],
});

try {
  const { id } = await client.create({
    model: "gemini-3.8-flash",
    input: process.argv[2] ?? "What is the capital of France?",
  });
  console.log(outputText(await client.get(id)));
} catch (error) {
  if (!(error instanceof PermissionDeniedError)) throw error;
  console.error(error.message);
  console.error("The account needs serviceusage.services.use on the quota project.");
  process.exitCode = 1;
}
