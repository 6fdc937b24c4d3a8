// The voices of the service: two prebuilt ones, and those that were created with `store`. Takes requests
// whose bodies were checked. Recordings are not kept, and no audio is produced.

import type { Voice } from "../../../generated/schema.ts";
import { membersOf, wordOf } from "../../util/json.ts";
import { errorReply, jsonReply } from "../wire/replies.ts";
import { badRequest, pageReply } from "./collection.ts";
import type { Collection } from "./collection.ts";
import type { Operations } from "./kept.ts";

const prebuilt: readonly Voice[] = [
  { id: "Puck", type: "prebuilt", display_name: "Puck", language_code: "en-US", pitch: "medium" },
  { id: "Charon", type: "prebuilt", display_name: "Charon", language_code: "en-US", pitch: "low" },
];

/** Filters by the member of a voice that they are about. */
const filters = {
  accent: "accent",
  contexts: "context",
  gender: "gender",
  language_code: "language_code",
  persona: "persona",
  pitch: "pitch",
  region_code: "region_code",
  type: "type",
} as const;

const yearMs = 365 * 86_400_000;

/** The operations of the voices of one service. */
export function voiceOperations(collection: Collection<Voice>, now: () => number): Operations {
  const all = (): Voice[] => [...prebuilt, ...collection.values()];
  let keyCount = 0;
  return {
    "GET voices": {
      reply({ url }) {
        const { searchParams } = url;
        const search = searchParams.get("search")?.toLowerCase() ?? "";
        const found = all().filter(
          (voice) =>
            Object.entries(filters).every(([filter, member]) => {
              const wanted = searchParams.getAll(filter).map((value) => value.toLowerCase());
              return wanted.length === 0 || wanted.includes(voice[member]?.toLowerCase() ?? "");
            }) &&
            `${voice.display_name ?? ""}\n${voice.description ?? ""}`
              .toLowerCase()
              .includes(search),
        );
        return pageReply(url, "voices", found);
      },
    },
    "POST voices": {
      schema: { name: "CreateVoiceRequest" },
      reply({ body }) {
        const { replicated: _, type: kind, ...kept } = membersOf(body["voice"]);
        const store = body["store"] === true;
        const type = wordOf(kind);
        if (type === "prompted" && !store) {
          return badRequest("store must be true when voice.type is prompted.");
        }
        const expire_time = new Date(now() + yearMs).toISOString();
        if (!store) {
          keyCount += 1;
          return jsonReply({ type, key: `voicekey_${keyCount}`, expire_time });
        }
        const id = collection.nextId().replace("-", "_");
        const stored = { ...kept, type, id, expire_time };
        collection.set(id, stored);
        return jsonReply(stored);
      },
    },
    "GET voices/{id}": {
      reply({ id }) {
        const voice = all().find((each) => each.id === id);
        return voice === undefined ? collection.notFound(id) : jsonReply(voice);
      },
    },
    "DELETE voices/{id}": {
      reply({ id }) {
        if (!prebuilt.some((each) => each.id === id)) return collection.delete(id);
        const message = `Voice ${id} is prebuilt.`;
        return errorReply({ status: 403, code: "permission_denied", message });
      },
    },
  };
}
