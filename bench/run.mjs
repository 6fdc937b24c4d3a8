// @ts-check
// Measures this library against others: `npm run bench -- [options]` at the root of the project,
// or `node bench/run.mjs [options]`.
//
//   --only a,b            only these workloads, by the first letter of their files
//   --quick               smaller sizes and three rounds, for a first look
//   --rounds n            measurements of each kind; 5 unless given
//   --case text           only cases with this text in their name
//   --contestants a,b     only these, see contestants/; checks that need others are left out
//   --ours <folder>       takes the build in this folder, instead of building
//   --against <folder>    also measures the build in this folder, as `other`
//   --profile             keeps a CPU profile of each measurement in bench/.work/profiles
//
// Every measurement runs in a process of its own and checks what it has read. The contestants take
// turns; compared is the median of the ratios within one round, so that other work on the machine
// hits all of them. A full run writes RESULTS.md, and draws RESULTS.svg from it.

import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { prepare } from "./lib/prepare.mjs";
import { measureOnce, startServer } from "./lib/processes.mjs";
import { checkTable, summary, writeResults } from "./lib/report.mjs";
import { Results } from "./lib/results.mjs";

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    case: { type: "string" },
    contestants: { type: "string" },
    ours: { type: "string" },
    against: { type: "string" },
    profile: { type: "boolean", default: false },
  },
});
const { quick, against, profile } = options;
const rounds = Number(options.rounds ?? (quick ? 3 : 5));
const letters = options.only?.split(",");
const wanted = options.contestants?.split(",");

const builds = prepare(options);
const measured = [];
for (const file of readdirSync(new URL("workloads", import.meta.url)).toSorted()) {
  if (letters && !letters.includes(file.charAt(0))) continue;
  measured.push(await run(file));
}
process.stdout.write(`\n${checkTable(measured)}\n`);
const isWhole = [letters, wanted, options.case, options.ours, against].every(
  (option) => option === undefined,
);
if (isWhole && !quick && !profile) {
  writeResults(measured, rounds);
  await import("./draw.mjs");
}

async function run(file) {
  const workload = await import(`./workloads/${file}`);
  const letter = file.charAt(0);
  const results = new Results();
  const cases = workload
    .cases({ quick })
    .filter(({ name }) => options.case === undefined || name.includes(options.case));
  for (const each of cases) {
    each.contestants = each.contestants.flatMap(expand).filter(isWanted);
    const server = each.server && (await startServer(each.server, builds));
    try {
      await runCase(file, each, server?.baseUrl, results);
    } finally {
      server?.stop();
    }
    process.stdout.write(`${letter}  ${each.name}  ${summary(results, workload, each)}\n`);
  }
  return { letter, workload, cases, results };
}

async function runCase(
  file,
  { name, contestants, settings, server, once, times = 1 },
  baseUrl,
  results,
) {
  const count = once ? 1 : rounds * times;
  for (let round = 0; round < count; round++) {
    const metrics = {};
    // Nobody is always the first.
    const first = round % contestants.length;
    for (const contestant of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      const label = profile
        ? `${file.charAt(0)}-${name}-${contestant}-${round}`.replaceAll(/\W+/g, "-")
        : undefined;
      const whole = { ...server, ...settings, baseUrl };
      metrics[contestant] = await measureOnce(file, contestant, whole, builds, label);
    }
    results.add(name, metrics);
  }
}

function expand(contestant) {
  const isOurs = /^ours\b/.test(contestant);
  return isOurs && against ? [contestant, contestant.replace("ours", "other")] : [contestant];
}

function isWanted(contestant) {
  return wanted === undefined || wanted.includes(contestant);
}
