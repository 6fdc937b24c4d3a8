// @ts-check
// One measurement, in the process it has for itself; see lib/processes.mjs.
const [workload, contestant, json] = process.argv.slice(2);
const { measure } = await import(`./workloads/${workload}`);
const metrics = await measure(contestant, JSON.parse(json ?? "{}"));
process.stdout.write(`\n${JSON.stringify(metrics)}\n`);
// Sockets that are kept alive would keep the process.
process.exit(0);
