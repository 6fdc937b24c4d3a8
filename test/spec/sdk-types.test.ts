import { expect, test } from "vitest";
import { readTypes } from "../../scripts/sdk-types.mjs";

// As the SDK declares its types: numbered where two have one name, public in a namespace.
const declarations = `
declare namespace interactions { export { Interaction, Usage, Status_2 as Status, Step, InteractionSSEEvent } }
declare namespace agents { export { Agent, Status } }
declare namespace environments { export { Environment_3 as Environment } }
declare namespace webhooks { export { Webhook } }
declare type Interaction = {
  /** @deprecated Read the steps. */
  outputs?: Array<Step> | undefined;
  output_text?: string | undefined;
  usage?: Usage | undefined;
  status: Status_2;
};
declare type Usage = { total?: number | undefined };
declare type Status_2 = "queued" | "done" | (string & {});
declare type Step = Interaction | { [k: string]: any };
declare type Agent = { status?: Status | undefined; usage?: interactions.Usage };
declare type Status = "on" | "off";
declare type Unreached = { a: string };
`;

test("reads what is reached from the operations, by its public names", () => {
  expect(readTypes(declarations)).toEqual({
    objects: {
      Agent: { status: { type: "agents.Status" }, usage: { type: "Usage" } },
      Interaction: {
        outputs: { type: "Array<Step>", deprecated: true },
        status: { type: "Status", required: true },
        usage: { type: "Usage" },
      },
      Usage: { total: { type: "number" } },
    },
    unions: {
      Status: ["queued", "done"],
      Step: ["Interaction", "{ [k: string]: any }"],
      "agents.Status": ["on", "off"],
    },
  });
});
