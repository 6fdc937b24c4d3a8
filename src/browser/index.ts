// What a page needs to follow a run that one of its server's routes streams. Nothing of the client is
// loaded: keys stay on the server.

export { followRun } from "./follow-run.ts";
export type { FollowedRun, FollowRunOptions, RunState } from "./follow-run.ts";
export {
  ApiError,
  InteractionStreamError,
  ResponseParseError,
  StreamInterruptedError,
} from "../model/errors.ts";
export type { Interaction } from "../model/types.ts";
export type { InteractionStreamEvent } from "../../generated/schema.ts";
