// @ts-check
// Kills, stops and wakes workers while they follow runs, and counts: what is in the store afterwards, and
// how many runs the service was asked to start.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setStage, until } from "./stage.mjs";

/** A text in which each word is there once. @param {number} job */
function textOf(job) {
  return Array.from({ length: 60 }, (_, word) => `${job}.${word} 😀`).join(" ");
}

/** @type {import("gemini-interactions/testing").Respond} */
const respond = ({ input }) => textOf(Number(input));

/** Whole numbers below a limit, the same for the same seed. @param {number} seed */
function createRandom(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** @param {Awaited<ReturnType<typeof setStage>>} stage @param {number} first @param {number} count */
async function addJobs({ queues }, first, count) {
  const jobs = Array.from({ length: count }, (_, index) => ({
    name: "start",
    data: { input: String(first + index) },
    opts: { jobId: `job-${first + index}` },
  }));
  await queues.start.addBulk(jobs);
}

test("200 jobs, 4 workers, 50 kills: nothing lost, nothing doubled, nothing billed twice", async (t) => {
  const [jobs, kills] = [200, 50];
  const stage = await setStage(t, { mode: "faithful", eventIntervalMs: 40, respond });
  const random = createRandom(7);
  stage.startWorker("start");
  const workers = Array.from({ length: 4 }, () => stage.startWorker("follow"));
  const finished = async () => (await stage.queues.follow.getJobCounts())["completed"] ?? 0;
  let done = 0;
  for (let killed = 0; killed < kills; killed += 1) {
    // New ones all the time, so that each kill hits workers at work.
    await addJobs(stage, (killed * jobs) / kills, jobs / kills);
    await new Promise((resolve) => setTimeout(resolve, 200 + random(600)));
    await until(async () => (await stage.queues.follow.getActiveCount()) > 0);
    const index = random(workers.length);
    workers[index]?.kill("SIGKILL");
    workers[index] = stage.startWorker("follow");
    done = await finished();
  }
  await until(async () => (await finished()) === jobs);

  const texts = await Promise.all(
    Array.from({ length: jobs }, (_, job) => stage.store.readText(`job-${job}`)),
  );
  const lost = texts.filter((text, job) => text.length < textOf(job).length).length;
  const doubled = texts.filter((text, job) => text.length > textOf(job).length).length;
  const reads = stage.service.requests.length - stage.countStarts();
  t.diagnostic(
    `${jobs} jobs, 4 workers, ${kills} kills (${done} jobs done by the last): ${lost} lost, ` +
      `${doubled} doubled, ${stage.countStarts()} POSTs, ${reads} GETs`,
  );
  assert.deepEqual(
    texts,
    texts.map((_, job) => textOf(job)),
  );
  assert.equal(stage.countStarts(), jobs);
});

test("a worker that was only asleep writes nothing after another has taken over", async (t) => {
  const stage = await setStage(t, { mode: "faithful", eventIntervalMs: 50, respond });
  stage.startWorker("start");
  const sleeper = stage.startWorker("follow");
  await addJobs(stage, 0, 5);
  const texts = () => Promise.all([0, 1, 2, 3, 4].map((job) => stage.store.readText(`job-${job}`)));
  await until(async () => (await texts()).every((text) => text.length > 50));
  sleeper.kill("SIGSTOP");
  const asleep = await texts();
  stage.startWorker("follow");
  // Another one is at work on each of its jobs when it wakes up.
  await until(async () =>
    (await texts()).every((text, job) => text.length > (asleep[job]?.length ?? 0) + 20),
  );
  sleeper.kill("SIGCONT");
  await until(async () => (await stage.queues.follow.getJobCounts())["completed"] === 5);
  assert.deepEqual(await texts(), [0, 1, 2, 3, 4].map(textOf));
  assert.equal(stage.countStarts(), 5);
});

test("a start whose answer was lost with its worker is not repeated, and says so", async (t) => {
  const stage = await setStage(t, {
    respond,
    faults: [{ kind: "silence", on: "create", beforeHeaders: true }],
  });
  const worker = stage.startWorker("start");
  await addJobs(stage, 0, 1);
  await until(() => stage.countStarts() === 1);
  worker.kill("SIGKILL");
  stage.startWorker("start");
  await until(async () => (await stage.queues.start.getJobCounts())["failed"] === 1);
  const [job] = await stage.queues.start.getFailed();
  assert.match(job?.failedReason ?? "", /may run, and be billed, already/);
  assert.equal(stage.countStarts(), 1);
});

test("a start that was refused is started again", async (t) => {
  const stage = await setStage(t, {
    respond,
    faults: [{ kind: "answer", on: "create", status: 400, message: "Not today." }],
  });
  stage.startWorker("start");
  stage.startWorker("follow");
  await stage.queues.start.add("start", { input: "3" }, { jobId: "job-3", attempts: 2 });
  await until(async () => (await stage.queues.follow.getJobCounts())["completed"] === 1);
  assert.equal(await stage.store.readText("job-3"), textOf(3));
  assert.equal(stage.countStarts(), 2);
});
