// @ts-check
// What is known of each job, in Redis: whether its run was started, the run's id, the text so far and
// the cursor after it. The trap: two workers may hold one job for a moment (a worker that was only
// asleep wakes up). So each write names the cursor that it goes on from, and Redis refuses it when
// another worker has written since.

const advanceScript = `
if (redis.call("HGET", KEYS[1], "cursor") or "") ~= ARGV[1] then return 0 end
redis.call("HSET", KEYS[1], "cursor", ARGV[2])
redis.call("APPEND", KEYS[2], ARGV[3])
return 1`;

/** @param {import("ioredis").Redis} redis */
export function createStore(redis) {
  /** @param {string} jobId */
  const factsKey = (jobId) => `run:${jobId}`;
  /** @param {string} jobId */
  const textKey = (jobId) => `run:${jobId}:text`;

  return {
    /** Says that a run is about to be started; false when that was said before. @param {string} jobId */
    async claimStart(jobId) {
      return (await redis.hsetnx(factsKey(jobId), "startedAt", new Date().toISOString())) === 1;
    },

    /** Takes it back, when it is certain that nothing was started. @param {string} jobId */
    async releaseStart(jobId) {
      await redis.hdel(factsKey(jobId), "startedAt");
    },

    /** @param {string} jobId @param {string} runId */
    async setRunId(jobId, runId) {
      await redis.hset(factsKey(jobId), "runId", runId);
    },

    /** @param {string} jobId @returns {Promise<{ runId?: string, cursor?: string }>} */
    async read(jobId) {
      return redis.hgetall(factsKey(jobId));
    },

    /** @param {string} jobId */
    async readText(jobId) {
      return (await redis.get(textKey(jobId))) ?? "";
    },

    /**
     * Adds text and moves the cursor, in one step; false when the cursor is not where the caller left it.
     *
     * @param {string} jobId
     * @param {{ from: string, to: string, text: string }} step
     */
    async advance(jobId, { from, to, text }) {
      const keys = [factsKey(jobId), textKey(jobId)];
      return (await redis.eval(advanceScript, keys.length, ...keys, from, to, text)) === 1;
    },
  };
}
