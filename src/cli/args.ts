// The command line as data: each command declares its options once; parsing, help and hints are made from
// that. Mistakes become a UsageError of one or two lines, with the nearest known name.

import { parseArgs } from "node:util";
import { nearest } from "../util/nearest.ts";

/** One option of a command. */
export interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly multiple?: true;
  readonly short?: string;
  /** Placeholder of its value in the help, such as `<file>`. */
  readonly value?: string;
  readonly help: string;
}

type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The values of the options, by name. */
export type Values<Options extends OptionSpecs> = {
  readonly [Name in keyof Options]?: Options[Name]["type"] extends "boolean"
    ? boolean
    : Options[Name] extends { readonly multiple: true }
      ? readonly string[]
      : string;
};

/** A command, as its file declares it. */
interface CommandSpec<Options extends OptionSpecs> {
  readonly name: string;
  readonly summary: string;
  /** Its arguments, such as `<id>`; empty for none. */
  readonly usage: string;
  /** More lines of its help. */
  readonly notes?: readonly string[];
  readonly options: Options;
  /** Resolves with the exit code. */
  run(values: Values<Options>, words: readonly string[]): Promise<number>;
}

/** A command, ready to run with the arguments after its name. */
export interface Command extends Omit<CommandSpec<OptionSpecs>, "run"> {
  run(args: readonly string[]): Promise<number>;
}

/** The exit codes of the program. */
export const exitCodes = { completed: 0, error: 1, usage: 2, endedOtherwise: 3, detached: 130 };

/** A mistake in the command line. */
export class UsageError extends Error {
  override readonly name = "UsageError" as const;
}

/** Makes a command from its declaration. */
export function defineCommand<const Options extends OptionSpecs>(
  spec: CommandSpec<Options>,
): Command {
  return {
    ...spec,
    async run(args) {
      const { values, words } = parse(spec, args);
      return spec.run(values, words);
    },
  };
}

function parse<Options extends OptionSpecs>(
  { usage, options }: CommandSpec<Options>,
  args: readonly string[],
): { values: Values<Options>; words: string[] } {
  // Not strict: the checks below say more than its errors do.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "option") checkOption(options, token);
  }
  const [unexpected] = usage === "" ? positionals : [];
  if (unexpected !== undefined) throw new UsageError(`Unexpected argument "${unexpected}".`);
  return { values, words: positionals };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption(
  options: OptionSpecs,
  { name, rawName, value, inlineValue }: OptionToken,
): void {
  if (!Object.hasOwn(options, name)) {
    throw new UsageError(`Unknown option ${rawName}.${hint(name, Object.keys(options), "--")}`);
  }
  const { type, value: placeholder = "<value>" } = options[name] ?? {};
  if (type === "boolean" && value !== undefined) {
    throw new UsageError(`Option ${rawName} takes no value.`);
  }
  // An unset variable of a shell becomes an empty text; `-m=x` would be the value "=x".
  const isOption = inlineValue === false && value !== undefined && /^-./.test(value);
  const isShort = !rawName.startsWith("--");
  const isMistyped = isShort && inlineValue === true && value?.startsWith("=") === true;
  if (type === "string" && (!value || isOption || isMistyped)) {
    const example = `${rawName}${isShort ? " " : "="}${placeholder}`;
    throw new UsageError(`Option ${rawName} needs a value: ${example}`);
  }
}

/** A sentence that names what was probably meant; empty if nothing is similar. */
export function hint(name: string, known: Iterable<string>, prefix = ""): string {
  const near = nearest(name, known);
  return near === undefined ? "" : ` Did you mean ${prefix}${near}?`;
}

/**
 * The value of an option that takes only certain words.
 *
 * @param fallback the value without the option
 * @throws UsageError that lists the words
 */
export function onlyOneOf<const Word extends string>(
  option: string,
  value: string | undefined,
  words: readonly Word[],
  fallback: Word,
): Word {
  if (value === undefined) return fallback;
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const near = hint(value, words) || ` Known: ${words.join(", ")}.`;
  throw new UsageError(`Unknown ${option} "${value}".${near}`);
}

/** The one argument that a command needs. */
export function onlyWord(words: readonly string[], what: string): string {
  const [word, unexpected] = words;
  if (word === undefined) throw new UsageError(`Missing ${what}.`);
  if (unexpected !== undefined) throw new UsageError(`Unexpected argument "${unexpected}".`);
  return word;
}

const program = "gemini-interactions";

/** The help of one command. */
export function commandHelp({ name, summary, usage, notes = [], options }: Command): string {
  const left = Object.entries(options).map(([long, { short, value = "<value>", type }]) => {
    const names = short === undefined ? `    --${long}` : `-${short}, --${long}`;
    return type === "boolean" ? names : `${names} ${value}`;
  });
  const width = Math.max(...left.map(({ length }) => length));
  const lines = Object.values(options).map(
    ({ help }, index) => `  ${left[index]?.padEnd(width)}  ${help}`,
  );
  const head = `Usage: ${[program, name, usage, "[options]"].filter(Boolean).join(" ")}`;
  return [head, "", `${summary}.`, ...notes, "", "Options:", ...lines, ""].join("\n");
}

/** The help of the whole program. */
export function programHelp(commands: readonly Command[]): string {
  const left = commands.map(({ name, usage }) => `${name} ${usage}`.trimEnd());
  const width = Math.max(...left.map(({ length }) => length));
  return `Usage: ${program} <command> [options]

Google's Interactions API from the command line.

Commands:
${commands.map(({ summary }, index) => `  ${left[index]?.padEnd(width)}  ${summary}`).join("\n")}

Options:
  -h, --help     Show this help; after a command, that command's
  -v, --version  Show the version

Credentials come from the environment only: GEMINI_API_KEY, or with --vertex the
Application Default Credentials. Without any, a local \`${program} serve\` is used.

Exit codes:
  0    completed
  1    an error
  2    a mistake in the command line
  3    the run ended as failed, incomplete, requires_action, …
  130  detached by Ctrl-C; a run in the background continues
  143  detached by SIGTERM; 129 by SIGHUP

Set DEBUG to print the stack of an error.
`;
}
