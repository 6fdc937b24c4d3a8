import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate, update } from "../../scripts/generate.mjs";
import { lintSpec } from "../../scripts/spec.mjs";
import type { InteractionsClientOptions } from "../../src/index.ts";

// A resource that the service does not have, added to a copy of this package. By hand are its spec files,
// and in src/client.ts what puts it on the client; all else is what `npm run generate` writes.

const root = fileURLToPath(new URL("../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "new-resource-"));

/** A file of the package with something behind what it has there. */
function withMore(file: string, before: string | RegExp, more: string): string {
  const text = readFileSync(join(root, file), "utf8");
  const changed = text.replace(before, (found) => found + more);
  if (changed === text) throw new Error(`Nothing to change in ${file}.`);
  return changed;
}

const errors = `    "4XX": { $ref: ../responses.yaml#/Error }
    "5XX": { $ref: ../responses.yaml#/Error }
`;
const json = (schema: string): string =>
  `content: { application/json: { schema: { $ref: ../schemas/notes.yaml#/${schema} } } }`;

const specFiles = {
  "spec/openapi.yaml": withMore(
    "spec/openapi.yaml",
    /^tags:[^]*?\npaths:\n/m,
    "  /v1beta/notes:\n    $ref: paths/notes.yaml\n  /v1beta/notes/{id}:\n    $ref: paths/notes-id.yaml\n",
  ).replace(/^tags:\n/m, "$&  - name: notes\n    description: Notes.\n"),
  "spec/paths/notes.yaml": `x-vertex: [scoped]
get:
  operationId: listNotes
  x-method: list
  tags: [notes]
  summary: List the notes
  description: Lists the notes, page by page.
  parameters:
    - $ref: ../parameters.yaml#/PageSize
    - $ref: ../parameters.yaml#/PageToken
  responses:
    "200": { description: A page of notes., ${json("ListNotesResponse")} }
${errors}post:
  operationId: createNote
  x-method: create
  tags: [notes]
  summary: Create a note
  description: Keeps a note.
  requestBody: { description: The note., required: true, ${json("NoteInput")} }
  responses:
    "200": { description: The note as it is kept., ${json("Note")} }
${errors}`,
  "spec/paths/notes-id.yaml": `x-vertex: [scoped]
parameters:
  - name: id
    in: path
    required: true
    description: Id of the note, one path segment.
    schema: { type: string, minLength: 1 }
get:
  operationId: getNote
  x-method: get
  tags: [notes]
  summary: Get a note
  description: Reads a note.
  responses:
    "200": { description: The note., ${json("Note")} }
${errors}delete:
  operationId: deleteNote
  x-method: delete
  tags: [notes]
  summary: Delete a note
  description: Deletes a note.
  responses:
    "200": { $ref: ../responses.yaml#/Deleted }
${errors}`,
  "spec/schemas/notes.yaml": `Note:
  description: A note.
  type: object
  required: [id, text]
  properties:
    id: { description: Id of the note., type: string }
    text: { description: What it says., type: string }

NoteInput:
  description: A note to keep.
  type: object
  required: [text]
  properties:
    text: { description: What it says., type: string }

ListNotesResponse:
  description: One page of notes.
  type: object
  properties:
    notes:
      description: The notes of this page. Absent when there are none.
      type: array
      items: { $ref: "#/Note" }
    next_page_token: { description: Send it as \`page_token\` for the next page., type: string }
`,
};

/** The only file of src/ that changes: two imports, a member, and what makes it. */
const clientFile = [
  ["  createDecisions,\n", "  createNotes,\n"],
  ["  Decisions,\n", "  Notes,\n"],
  ["  readonly decisions: Decisions;\n", "  readonly notes: Notes;\n"],
  ["    this.decisions = createDecisions(sender);\n", "    this.notes = createNotes(sender);\n"],
].reduce(
  (text, [before = "", more = ""]) => text.replace(before, before + more),
  readFileSync(join(root, "src/client.ts"), "utf8"),
);

beforeAll(async () => {
  for (const name of ["src", "package.json"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const generated = await generate(specFiles);
  update(generated, copy, false, { log: () => undefined, error: () => undefined });
  writeFileSync(join(copy, "src/client.ts"), clientFile);
}, 60_000);

afterAll(() => rmSync(copy, { recursive: true }));

test("its spec keeps the rules", async () => {
  expect(await lintSpec(specFiles)).toEqual([]);
});

test("its methods are typed", () => {
  const text = `import { InteractionsClient } from "./src/client.ts";
import type { ListNotesResponse, Note } from "./generated/types.ts";
const { notes } = new InteractionsClient();
export const note: Promise<Note> = notes.create({ text: "Buy ink" });
export const same: Promise<Note> = notes.get("1", { timeoutMs: 100 });
export const page: Promise<ListNotesResponse> = notes.list({ page_size: 1, page_token: "t" });
export const gone: Promise<void> = notes.delete("1");
// @ts-expect-error: it must say something
notes.create({});
// @ts-expect-error: an unknown member
notes.create({ text: "Buy ink", colour: "blue" });
// @ts-expect-error: an unknown parameter
notes.list({ pageSize: 1 });
// @ts-expect-error: an id is text
notes.get(1);
`;
  writeFileSync(join(copy, "program.ts"), text);
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (file) =>
    readFileSync(file, "utf8"),
  );
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, copy);
  const program = ts.createProgram([join(copy, "program.ts")], options);
  const diagnostics = ["program.ts", "src/client.ts", "generated/resources.ts"].flatMap((file) =>
    program.getSemanticDiagnostics(program.getSourceFile(join(copy, file)) ?? expect.fail(file)),
  );
  expect(
    ts.formatDiagnostics(diagnostics, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => copy,
      getNewLine: () => "\n",
    }),
  ).toBe("");
});

interface Note {
  id: string;
  text: string;
}

interface NotesClient {
  notes: {
    create(params: { text: string }): Promise<Note>;
    get(id: string): Promise<Note>;
    list(params?: object): Promise<{ notes?: Note[]; next_page_token?: string }>;
    delete(id: string): Promise<void>;
  };
}

test("its methods work on the Gemini API and on Vertex AI", async () => {
  const outfile = join(copy, "client.mjs");
  await build({
    entryPoints: [join(copy, "src/client.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["#google-auth"],
    logLevel: "error",
  });
  const { InteractionsClient }: { InteractionsClient: new (options: object) => NotesClient } =
    await import(outfile);
  const backends: [options: InteractionsClientOptions, prefix: string, credential: string][] = [
    [{ apiKey: "a-key" }, "/v1beta/notes", "a-key"],
    [
      { vertex: { project: "p", location: "global", auth: "a-token" } },
      "/v1beta1/projects/p/locations/global/notes",
      "Bearer a-token",
    ],
  ];
  for (const [options, prefix, credential] of backends) {
    const service = await startService(prefix);
    const client = new InteractionsClient({ ...options, baseUrl: service.url });
    const first = await client.notes.create({ text: "Buy ink" });
    const second = await client.notes.create({ text: "Write" });
    expect(await client.notes.get(second.id)).toEqual({ id: "2", text: "Write" });
    const page = await client.notes.list({ page_size: 1 });
    expect(page).toEqual({ notes: [first], next_page_token: "1" });
    expect(await client.notes.list({ page_token: page.next_page_token })).toEqual({
      notes: [second],
    });
    expect(await client.notes.delete("1")).toBeUndefined();
    await expect(client.notes.get("1")).rejects.toMatchObject({ name: "NotFoundError" });
    expect(service.credentials).toEqual(new Set([credential]));
    service.close();
  }
});

/** A service of notes below one prefix; two to a page unless asked otherwise. */
async function startService(prefix: string) {
  const notes = new Map<string, Note>();
  const credentials = new Set<unknown>();
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const { authorization, "x-goog-api-key": key } = request.headers;
    credentials.add(authorization ?? key);
    const id = pathname.slice(prefix.length + 1);
    switch (`${request.method} ${pathname.replace(id === "" ? /$/ : /[^/]*$/, id && "{id}")}`) {
      case `POST ${prefix}`: {
        const body: { text: string } = JSON.parse((await request.toArray()).join(""));
        const note = { id: String(notes.size + 1), text: body.text };
        notes.set(note.id, note);
        return note;
      }
      case `GET ${prefix}`: {
        const start = Number(searchParams.get("page_token") ?? 0);
        const end = start + Number(searchParams.get("page_size") ?? 2);
        const isLast = end >= notes.size;
        return {
          notes: [...notes.values()].slice(start, end),
          ...(!isLast && { next_page_token: String(end) }),
        };
      }
      case `GET ${prefix}/{id}`:
        return notes.get(id);
      case `DELETE ${prefix}/{id}`:
        return notes.delete(id) ? {} : undefined;
      default:
        return undefined;
    }
  };
  const send = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await answer(request);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? { error: { code: 404, message: "Not found." } }));
  };
  const server = createServer((request, response) => {
    void send(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, credentials, close: () => server.close() };
}
