// Lets `instanceof` hold across copies of this package, of which a bundler such as Next.js's may make
// several: an instance carries the kind of its class under a registered symbol, and a class knows its
// instances by that. A kind is a path from the base class down, such as "/ApiError/NotFoundError". The trap:
// the `name` of a class cannot serve, since bundlers change it.

import { memberOf } from "./thrown.ts";

const key = Symbol.for("gemini-interactions.kind");

/** A class whose instances are known in other copies, too. */
interface KnownClass {
  readonly kind: string;
}

/** Writes the kind of its class into a new instance. */
export function markKind(instance: object, { kind }: KnownClass): void {
  Object.defineProperty(instance, key, { value: kind });
}

/** Whether the value is an instance of this class, of this copy or of another. */
export function isOfKind(known: KnownClass, value: unknown): boolean {
  if (Function.prototype[Symbol.hasInstance].call(known, value)) return true;
  // A subclass made by users has no kind of its own, and so only instances of its own.
  const kind = `${String(memberOf(value, key))}/`;
  return Object.hasOwn(known, "kind") && kind.startsWith(`${known.kind}/`);
}
