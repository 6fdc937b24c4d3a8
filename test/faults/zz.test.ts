import { test, vi } from "vitest";
import { listFeatureCases, runFeatureCase } from "./features.ts";
test("x", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const counts: Record<string, number> = {};
  let shown = 0;
  for (const each of listFeatureCases(4_000_000, 600)) {
    const v = await runFeatureCase(each);
    counts[`${each.kind} ${v.result}`] = (counts[`${each.kind} ${v.result}`] ?? 0) + 1;
    if (v.result !== "passed" && shown++ < 8) console.log(each.number, each.kind, v.result, v.detail?.slice(0, 900));
  }
  console.log(counts);
});
