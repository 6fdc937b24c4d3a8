// Values as parts of one word, and back. A form writes a value as parts and reads it from them, so each
// member of a cursor is named once. Parts contain letters, digits, `-`, `_` and `~` only and are joined
// by dots. What is read is untrusted: the reader writes the result again, and
// refuses a word that differs from it.

/** Takes the next part of a word that is read; an absent one is empty. */
export type NextPart = () => string;

/** How one kind of value is written and read. */
export interface Form<Value> {
  write(value: Value, parts: string[]): void;
  /** @throws TypeError for a value that cannot be */
  read(next: NextPart): Value;
}

function integer(most: number): Form<number> {
  return {
    write: (value, parts) => void parts.push(value === 0 ? "" : value.toString(36)),
    read(next) {
      const part = next();
      const value = part === "" ? 0 : Number.parseInt(part, 36);
      if (value >= 0 && value <= most) return value;
      throw new TypeError("a number is damaged");
    },
  };
}

/** A whole number from 0 on. */
export const count: Form<number> = /* @__PURE__ */ integer(Number.MAX_SAFE_INTEGER);

const unsigned = /* @__PURE__ */ integer(2 ** 32 - 1);

/** A digest; the usual one takes no letter. */
export function digest(usual = 0): Form<number> {
  return {
    write: (value, parts) => unsigned.write((value ^ usual) >>> 0, parts),
    read: (next) => unsigned.read(next) ^ usual,
  };
}

/** Half of a surrogate pair: it has no encoding in a URL. */
const half = /\p{Cs}/gu;

/** A text; `undefined` and the empty text are the same. */
export const text: Form<string | undefined> = {
  write: (value = "", parts) =>
    void parts.push(value.replace(half, "\ufffd").replace(/[^\w-]/g, escape)),
  read(next) {
    const value = next().replace(/~([\da-f]{4})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    // A word with a half in it was not written here; the writer of this one would replace it.
    return value === "" ? undefined : value;
  },
};

function escape(unit: string): string {
  return `~${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A boolean. */
export const flag: Form<boolean> = {
  write: (value, parts) => void parts.push(value ? "1" : ""),
  read: (next) => next() !== "",
};

/** What has another form in memory than in the word. */
export function convert<Value, Written>(
  form: Form<Written>,
  write: (value: Value) => Written,
  read: (written: Written) => Value,
): Form<Value> {
  return {
    write: (value, parts) => form.write(write(value), parts),
    read: (next) => read(form.read(next)),
  };
}

/** A list of at most so many values. */
export function list<Value>(form: Form<Value>, most: number): Form<readonly Value[]> {
  return {
    write(values, parts) {
      count.write(values.length, parts);
      for (const value of values) form.write(value, parts);
    },
    read(next) {
      const length = count.read(next);
      if (length > most) throw new TypeError("a list is too long");
      return Array.from({ length }, () => form.read(next));
    },
  };
}

/** An object, member by member, in the order of the forms. */
export function record<Value extends object>(forms: {
  readonly [Name in keyof Value]: Form<Value[Name]>;
}): Form<Value> {
  // The names of the forms are those of the members.
  const names = Object.keys(forms) as (keyof Value)[];
  return {
    write(value, parts) {
      for (const name of names) forms[name].write(value[name], parts);
    },
    read: (next) =>
      // Each member is what its form reads.
      Object.fromEntries(names.map((name) => [name, forms[name].read(next)])) as Value,
  };
}
