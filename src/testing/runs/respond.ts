// Decides the result of a create: by `respond`, by `responses` one after another, or by
// what the request itself asks for. What goes wrong here is the test's own mistake, and not an answer of the service.

import type { CreateInteractionRequest } from "../../../generated/schema.ts";
import type { Answer, Respond } from "./answer.ts";
import { defaultAnswer } from "./default-answer.ts";
import { textStep } from "./events.ts";

/** A mistake in the test: `respond` threw, or `responses` has no answer left. */
export class RespondError extends Error {
  override readonly name = "RespondError" as const;
}

interface Source {
  readonly respond?: Respond | undefined;
  readonly responses?: readonly (Answer | string | Respond)[] | undefined;
}

/**
 * Resolves with the answer to the create of this number.
 *
 * @param turn the first create has 0
 * @throws RespondError
 */
export async function findAnswer(
  { respond = defaultAnswer, responses }: Source,
  turn: number,
  request: CreateInteractionRequest,
): Promise<Answer> {
  const response = responses === undefined ? respond : responses[turn];
  if (response === undefined) {
    const input = JSON.stringify(request.input)?.slice(0, 200);
    throw new RespondError(
      `No response left: \`responses\` has ${responses?.length}, and this is create number ` +
        `${turn + 1}, with input ${input}. Add one, or look why there was another create.`,
    );
  }
  try {
    const answer = typeof response === "function" ? await response(request) : response;
    return typeof answer === "string" ? { steps: [textStep(answer)] } : answer;
  } catch (error) {
    throw new RespondError(`respond() threw ${String(error)}`, { cause: error });
  }
}
