// @ts-check
// A picture in, a picture out: describes an image file, and paints another one in its manner.
//
//   GEMINI_API_KEY=… node examples/multimodal.mjs examples/scripts/photo.png painting.png
//
// Without an account, in another terminal: npx gemini-interactions serve --script examples/scripts/multimodal.json
// and then with GEMINI_API_KEY=any GOOGLE_GEMINI_BASE_URL=http://127.0.0.1:8798

import { openAsBlob } from "node:fs";
import { writeFile } from "node:fs/promises";
import { contentFromBlob, InteractionsClient, outputMedia, outputText } from "gemini-interactions";

const [source = "examples/scripts/photo.png", target = "painting.png"] = process.argv.slice(2);
const client = new InteractionsClient();

// A file on disk does not say what it is.
const photo = await openAsBlob(source, { type: "image/png" });
const description = await client.create({
  model: "gemini-3.8-flash",
  input: [{ type: "text", text: "Describe this picture." }, await contentFromBlob(photo)],
});
console.log(outputText(description));

const painting = await client.create({
  model: "gemini-3.1-flash-image",
  input: `Paint this in watercolour: ${outputText(description)}`,
  response_format: { type: "image", aspect_ratio: "16:9" },
});
const image = outputMedia(painting).find(({ type }) => type === "image");
if (image?.data === undefined) throw new Error(`No image: the run is ${painting.status}.`);
await writeFile(target, Buffer.from(image.data, "base64"));
console.log(`${target}: ${image.mime_type}`);
