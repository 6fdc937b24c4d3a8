// Which host names always mean the machine itself. No look-up: a name that resolves to 127.0.0.1 just
// now may resolve to another address a moment later.

/** Whether this host name, as a URL spells it, always means this machine. */
export function isLoopback(name: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(name);
}
