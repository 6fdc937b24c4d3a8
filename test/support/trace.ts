import type { InteractionStreamEvent } from "../../src/index.ts";

/**
 * What a consumer was told, without regard to where the service cut it: two traces are equal when
 * the same content was delivered once and in order.
 */
export function traceOf(events: readonly InteractionStreamEvent[]): string[] {
  const trace: string[] = [];
  let open = "";
  const add = (key: string, text: string): void => {
    if (key === open && key !== "") trace.push(`${trace.pop() ?? ""}${text}`);
    else trace.push(`${key}${text}`);
    open = key;
  };
  for (const event of events) {
    switch (event.event_type) {
      case "step.delta":
      case "content.delta": {
        const { delta, index } = event;
        if (delta.type === "text") {
          if (delta.text) add(`${index} text: `, delta.text);
        } else if (delta.type === "arguments_delta") {
          if (delta.arguments) add(`${index} arguments: `, delta.arguments);
        } else if (!("annotations" in delta)) {
          add("", `${index} ${JSON.stringify(delta)}`);
        }
        const annotations = "annotations" in delta ? delta.annotations : undefined;
        for (const one of annotations ?? []) add("", `${index} annotation ${JSON.stringify(one)}`);
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
