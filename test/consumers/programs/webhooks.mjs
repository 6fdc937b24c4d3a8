// Verifies deliveries on the platform that this runs on. Each comes with its options and, where the
// service's own keys are asked for, the sets that it publishes at first and a minute later.

import { verifyWebhook } from "gemini-interactions/webhooks";

export async function verifyAll(deliveries) {
  const results = [];
  for (const { name, ...each } of deliveries) results.push(`${name}: ${await verdictOf(each)}`);
  return results;
}

async function verdictOf({ delivery, options, published }) {
  if (published === undefined) return verify(delivery, options);
  const sets = [...published];
  const fetch = async () => Response.json({ keys: sets.length > 1 ? sets.shift() : sets[0] });
  const first = await verify(delivery, { ...options, fetch });
  const { now } = Date;
  Date.now = () => now() + 60_000;
  try {
    return `${first}, then ${await verify(delivery, { ...options, fetch })}`;
  } finally {
    Date.now = now;
  }
}

async function verify(delivery, options) {
  try {
    const { type, id } = await verifyWebhook(delivery, options);
    return `${type} ${id}`;
  } catch (error) {
    return error.reason ?? String(error);
  }
}
