// Decides the result of a create: by `respond`, by the next of `responses`, or by what the request itself
// asks for. A failure here is a mistake in the test, not a response of the service.

import type { CreateInteractionRequest } from "../../../generated/schema.ts";
import type { Answer, Respond } from "./answer.ts";
import { defaultAnswer } from "./default-answer.ts";
import { textStep } from "./events.ts";

/** A mistake in the test: `respond` threw, or `responses` has run out. */
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
 * @param turn number of the create, from 0
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
        `${turn + 1}, with input ${input}. Add one, or find out why there was another create.`,
    );
  }
  try {
    const answer = typeof response === "function" ? await response(request) : response;
    return typeof answer === "string" ? { steps: [textStep(answer)] } : answer;
  } catch (error) {
    throw new RespondError(`respond() threw ${String(error)}`, { cause: error });
  }
}
