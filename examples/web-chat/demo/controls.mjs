// @ts-check
// The buttons of the page's wire drawer, as HTTP: `GET /demo` tells what runs, `POST /demo/{what}`
// breaks something. Only the demo has them; a page that finds no `/demo` shows no buttons.

/**
 * @param {object} parts
 * @param {ReturnType<typeof import("./service.mjs").createDemoService>} parts.service
 * @param {ReturnType<typeof import("./servers.mjs").createServers>} parts.servers
 * @param {Awaited<ReturnType<typeof import("./balancer.mjs").startBalancer>>} parts.balancer
 */
export function createControls({ service, servers, balancer }) {
  /** @type {Record<string, () => void>} */
  const actions = {
    cut: balancer.cut,
    stall: balancer.stall,
    "cut-service": service.cut,
    refuse: service.refuseNext,
    kill() {
      const [serving] = balancer.streams;
      servers.kill(serving?.server ?? servers.next()?.name ?? "");
    },
  };

  function readState() {
    const open = Array.from(balancer.streams, ({ server }) => server);
    return {
      servers: servers.servers.map(({ name, port, child }) => ({
        name,
        pid: child?.pid,
        isRunning: port !== undefined,
        streams: open.filter((server) => server === name).length,
      })),
      service: service.count(),
    };
  }

  /** @type {Awaited<ReturnType<typeof import("./balancer.mjs").startBalancer>>["handle"]} */
  return function handle({ method, url = "" }, response) {
    const [, root, name = ""] = url.split("/");
    if (root !== "demo") return false;
    const action = actions[name];
    if (method === "POST") action?.();
    response.writeHead(method === "POST" && action === undefined ? 404 : 200, {
      "content-type": "application/json",
      "cache-control": "no-store",
    });
    response.end(JSON.stringify(readState()));
    return true;
  };
}
