// @ts-check
// One client doing one thing, in a process that may be killed: node client.mjs <client> <action> <url>
// [position as JSON]. It prints a line of JSON for each text, with the position that one would store,
// and one for how it ended.

/** @typedef {(text: string, position?: unknown) => void} Emit */

const [file, action = "", url, position = "null"] = process.argv.slice(2);
const print = (/** @type {object} */ line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const { connect } = await import(`./clients/${file}.mjs`);
const client = connect(url, (/** @type {string} */ text, /** @type {unknown} */ at) =>
  print({ text, position: at }),
);
if (client[action] === undefined) print({ ended: "impossible" });
else {
  try {
    print({ ended: "quietly", status: await client[action](JSON.parse(position)) });
  } catch (error) {
    const { name, message, code, mayHaveBeenAccepted, quota } = error;
    // The classes of OpenAI's client leave the name as it is.
    const type = name === "Error" ? error.constructor.name : name;
    print({ ended: "by an error", error: { type, message, code, mayHaveBeenAccepted, quota } });
  }
}
// Sockets that are kept alive would keep the process.
process.exit();
