// A proxy on this machine that counts: it forwards requests with a whole URL, and opens tunnels.

import { once } from "node:events";
import { createServer, request as sendRequest } from "node:http";
import { connect } from "node:net";

export async function startProxy() {
  let count = 0;
  const proxy = createServer((incoming, outgoing) => {
    count += 1;
    const { method, headers, url = "" } = incoming;
    const forwarded = sendRequest(url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on("error", () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  proxy.on("connect", ({ url = "" }, socket, head) => {
    count += 1;
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    target.on("error", () => socket.destroy());
    socket.on("error", () => target.destroy());
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return {
    url: `http://127.0.0.1:${proxy.address().port}`,
    count: () => count,
    close() {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
