import { expect, test } from "vitest";
import { contentFromBlob } from "../../src/index.ts";

test.each([
  ["image/png", "image"],
  ["image/svg+xml", "image"],
  ["audio/wav", "audio"],
  ["audio/L16;rate=24000", "audio"],
  ["video/mp4", "video"],
  ["application/pdf", "document"],
  ["text/csv; charset=utf-8", "document"],
  ["application/msword", "document"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document"],
  ["application/vnd.oasis.opendocument.text", "document"],
])("%s is a block of type %s", async (type, kind) => {
  const bare = type.split(";")[0]?.toLowerCase();
  expect(await contentFromBlob(new Blob(["abc"], { type }))).toEqual({
    type: kind,
    data: "YWJj",
    mime_type: bare,
  });
});

test("mimeType goes before the blob's own type", async () => {
  const blob = new Blob(["abc"], { type: "application/octet-stream" });
  expect(await contentFromBlob(blob, { mimeType: "image/png" })).toMatchObject({ type: "image" });
  expect(await contentFromBlob(new Blob(["abc"]), { mimeType: "audio/ogg" })).toMatchObject({
    mime_type: "audio/ogg",
  });
});

test.each([
  ["", /has no type.*mimeType/],
  ["text/plain", /"text\/plain" is no type.*text block/],
  ["application/json", /is no type/],
  ["application/octet-stream", /is no type/],
  ["image", /is no type/],
  ["image/", /is no type/],
  ["imagery/png", /is no type/],
  ["xapplication/pdf", /is no type/],
  ["application/pdfx", /is no type/],
])("%j is a TypeError", async (type, message) => {
  const parsing = contentFromBlob(new Blob(["abc"], { type }));
  await expect(parsing).rejects.toThrow(TypeError);
  await expect(parsing).rejects.toThrow(message);
});

test.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 1_000_000])(
  "%i bytes of any value come through",
  async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
    const { data } = await contentFromBlob(new Blob([bytes], { type: "image/png" }));
    expect(data).toBe(Buffer.from(bytes).toString("base64"));
  },
);
