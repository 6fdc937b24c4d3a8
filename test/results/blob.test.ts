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
  ["text/plain", /Unsupported type "text\/plain".*text block/],
  ["application/json", /Unsupported type/],
  ["application/octet-stream", /Unsupported type/],
  ["image", /Unsupported type/],
  ["image/", /Unsupported type/],
  ["imagery/png", /Unsupported type/],
  ["xapplication/pdf", /Unsupported type/],
  ["application/pdfx", /Unsupported type/],
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
