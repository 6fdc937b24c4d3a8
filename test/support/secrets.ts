import { inspect } from "node:util";
import { expect } from "vitest";
import { testKey, testToken } from "./clients.ts";

/** The value of a header that the tests send. */
export const secretHeader = "header-value-of-nobody";

/** What must not be seen anywhere. */
const secrets = [
  testKey,
  testToken,
  secretHeader,
  "client-secret",
  "refresh-token",
  "BEGIN PRIVATE KEY",
];

/** Every way in which a value shows itself. */
export function appearances(value: unknown): string {
  const own =
    typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptors(value) : {};
  return [
    String(value),
    inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null }),
    JSON.stringify(value),
    ...Object.values(own).map((property) => inspect(property, { depth: 20, showHidden: true })),
    value instanceof Error ? `${value.message}\n${value.stack}` : "",
    value instanceof Error ? appearancesOfCause(value) : "",
  ].join("\n");
}

function appearancesOfCause({ cause }: Error): string {
  return cause === undefined ? "" : appearances(cause);
}

/** Nothing secret shows, however it is looked at. */
export function expectNoSecret(value: unknown): void {
  const shown = appearances(value);
  for (const secret of secrets) expect(shown).not.toContain(secret);
}
