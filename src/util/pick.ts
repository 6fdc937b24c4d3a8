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
