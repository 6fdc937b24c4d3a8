// JSON as it comes from the service and from users: parsed without throwing, looked into without
// trusting its shape, and copied so that what the consumer changes never changes what was kept.
// Everything here works on plain JSON data; a member called `__proto__` stays a plain member.

/** The value that the text spells; `undefined` when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The text of JSON data, without the members that are left out; `undefined` for data nested so deeply
 * that it cannot be written.
 */
export function textOfJson(
  value: unknown,
  isLeftOut?: (name: string) => boolean,
): string | undefined {
  const replace = (name: string, member: unknown): unknown =>
    isLeftOut?.(name) === true ? undefined : member;
  try {
    return JSON.stringify(value, replace);
  } catch {
    return undefined;
  }
}

/** Whether the value is a JSON object: neither an array nor null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object's members; empty for anything but an object. */
export function membersOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

/** The list; an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * The text of a JSON value that is a text or a number; else empty. `String` would throw for an object with
 * a member called `toString`.
 */
export function wordOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Whether the value is a text that says something. */
export function isFilled(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** The named members that are set. */
export function pick<T extends object, K extends keyof T>(
  value: T,
  ...names: K[]
): { [P in K]?: Exclude<T[P], undefined> } {
  const present = names.filter((name) => value[name] !== undefined);
  // Object.fromEntries forgets which names there were.
  return Object.fromEntries(present.map((name) => [name, value[name]])) as Partial<
    Record<K, never>
  >;
}

/** The array under this key, made when it is missing. */
export function listAt(object: Record<string, unknown>, key: string): unknown[] {
  const list = object[key];
  if (Array.isArray(list)) return list;
  const fresh: unknown[] = [];
  object[key] = fresh;
  return fresh;
}

/** Appends copies; one by one, as a call takes no more than some thousand arguments. */
export function append(list: unknown[], items: unknown): void {
  if (Array.isArray(items)) for (const item of items) list.push(copy(item));
}

/** Deeper levels are not copied: recursion over them could exhaust the stack. */
const maxDepth = 512;

/** A copy of JSON data: the consumer may change its event, the snapshot stays. */
export function copy<Value>(value: Value, depth = 0): Value {
  if (typeof value !== "object" || value === null || depth === maxDepth) return value;
  const copyMember = (member: unknown): unknown => copy(member, depth + 1);
  // What comes back has the shape of what went in.
  return (Array.isArray(value) ? value.map(copyMember) : assign({}, value, copyMember)) as Value;
}

/** Sets a member; a `__proto__` from the network stays a plain one. */
export function setMember(target: object, name: string, value: unknown): void {
  if (name === "__proto__") {
    const attributes = { enumerable: true, configurable: true, writable: true };
    Object.defineProperty(target, name, { value, ...attributes });
  } else {
    (target as Record<string, unknown>)[name] = value;
  }
}

/** Like `Object.assign`, but a `__proto__` from the network stays a plain member. */
export function assign<Target extends object>(
  target: Target,
  source: object,
  convert: (value: unknown) => unknown = (value) => value,
): Target {
  for (const [name, value] of Object.entries(source)) setMember(target, name, convert(value));
  return target;
}
