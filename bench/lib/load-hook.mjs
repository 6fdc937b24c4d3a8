// @ts-check
// Tells the main thread which files are loaded as modules.
let port;

export function initialize(data) {
  port = data.port;
}

export function load(url, context, nextLoad) {
  if (url.startsWith("file:")) port.postMessage(url);
  return nextLoad(url, context);
}
