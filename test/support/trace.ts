import type { InteractionStreamEvent } from "../../src/index.ts";

/**
 * What a consumer was told, without regard to where the service cut it: two traces are equal when
 * the same content was delivered once and in order.
 */
export function traceOf(events: readonly InteractionStreamEvent[]): string[] {
  const trace: string[] = [];
  let open = "";
  const add = (key: string, text: string): void => {
    if (key !== "" && text === "") return;
    if (key === open && key !== "") trace.push(`${trace.pop() ?? ""}${text}`);
    else trace.push(`${key}${text}`);
    open = key;
  };
  for (const event of events) {
    switch (event.event_type) {
      case "step.delta":
      case "content.delta": {
        const { index } = event;
        const delta: Record<string, unknown> = event.delta;
        const { text, arguments: args, result, annotations, signature } = delta;
        // Texts grow wherever they are cut, lists item by item.
        for (const [key, value] of Object.entries({ text, arguments: args, result })) {
          if (typeof value === "string") add(`${index} ${key}: `, value);
          else for (const item of listOf(value)) add("", `${index} ${key} ${JSON.stringify(item)}`);
        }
        for (const one of listOf(annotations)) add("", `${index} cites ${JSON.stringify(one)}`);
        if (signature) add("", `${index} is signed ${JSON.stringify(signature)}`);
        const known = [text, args, result, annotations, signature];
        if (known.every((value) => value === undefined))
          add("", `${index} ${JSON.stringify(delta)}`);
        break;
      }
      case "step.start":
        add("", `${event.index} starts ${JSON.stringify(event.step)}`);
        break;
      case "content.start":
        add("", `${event.index} starts ${JSON.stringify(event.content)}`);
        break;
      case "step.stop":
      case "content.stop":
        add("", `${event.index} stops`);
        break;
      case "interaction.created":
      case "interaction.start":
        add("", "created");
        break;
      case "interaction.completed":
      case "interaction.complete":
        add("", `completed: ${event.interaction.status}`);
        break;
      case "interaction.status_update":
        // How often a run says where it stands is not content.
        break;
      default:
        add("", JSON.stringify(event));
    }
  }
  return trace;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
