import { type Main, run } from "../../scripts/main.mjs";

/** Runs a command of scripts/ in this process; resolves with its exit code and what it printed. */
export async function runCommand(
  main: Main,
  ...args: string[]
): Promise<{ status: number; stdout: string; stderr: string }> {
  let stdout = "";
  let stderr = "";
  const status = await run(main, args, {
    log: (text) => (stdout += `${text}\n`),
    error: (text) => (stderr += `${text}\n`),
  });
  return { status, stdout, stderr };
}
