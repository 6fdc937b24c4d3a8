// Answers to closed questions: for any input, every outcome is equally probable and the first one wins, so
// that a test knows what to expect. Takes requests whose bodies were checked.

import type { DecisionAnswer } from "../../../generated/schema.ts";
import { listOf, membersOf } from "../../util/json.ts";
import { jsonReply } from "../wire/replies.ts";
import { badRequest } from "./collection.ts";
import type { Operations } from "./kept.ts";

/** The operation of decisions. */
export const decisionOperations: Operations = {
  "POST decisions": {
    schema: { name: "CreateDecisionRequest" },
    reply({ body }) {
      const all = Object.entries(membersOf(body["questions"]));
      if (all.length === 0) return badRequest("questions must not be empty.");
      const answers = Object.fromEntries(
        all.map(([id, question]) => [id, answer(membersOf(question))]),
      );
      return jsonReply({ answers });
    },
  },
};

function answer({ type, criteria }: Readonly<Record<string, unknown>>): DecisionAnswer {
  if (type === "choice") {
    const options = Object.keys(membersOf(criteria));
    return { type, choice: options[0] ?? "", ...even(options) };
  }
  if (type === "score") {
    const texts = listOf(criteria).map(String);
    const levels = texts.map((_, level) => String(level));
    const legend = Object.fromEntries(texts.entries());
    return { type, score: (levels.length - 1) / 2, ...even(levels), legend };
  }
  return { type: "noul", noul: 0.5, confidence: 0.5 };
}

function even(outcomes: readonly string[]) {
  const confidence = 1 / outcomes.length;
  const probabilities = Object.fromEntries(outcomes.map((outcome) => [outcome, confidence]));
  return { confidence, probabilities };
}
