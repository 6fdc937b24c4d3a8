import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// `library` is the edit loop; `tooling` reads specs and compiles types; `process` starts processes.
const process = ["test/package/**/*.test.ts", "test/sockets/**/*.test.ts", "test/cli/**/*.test.ts"];
const tooling = ["test/spec/**/*.test.ts"];

export default defineConfig({
  resolve: {
    // package.json "imports" names the built file; the tests run the source.
    alias: { "#google-auth": fileURLToPath(new URL("src/http/auth/google.ts", import.meta.url)) },
  },
  test: {
    // A limit for what hangs, not for what is slow: machines are busy.
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // By default one core is left idle; on two cores that doubles the time.
    maxWorkers: "100%",
    // Files share a process, for half of their time was reading the library anew; restore.ts takes
    // back what a test has put in place of globals.
    isolate: false,
    setupFiles: ["test/support/restore.ts"],
    coverage: { include: ["src/**"] },
    projects: [
      {
        extends: true,
        test: {
          name: "library",
          include: ["test/**/*.test.ts"],
          // node_modules: those of test/consumers have tests of their own.
          exclude: [...tooling, ...process, "**/node_modules/**"],
        },
      },
      { extends: true, test: { name: "tooling", include: tooling } },
      { extends: true, test: { name: "process", include: process } },
    ],
  },
});
