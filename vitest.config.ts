import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // package.json "imports" names the built file; the tests run the source.
    alias: { "#google-auth": fileURLToPath(new URL("src/auth/google.ts", import.meta.url)) },
  },
  test: {
    include: ["test/**/*.test.ts"],
    // A limit for what hangs, not for what is slow: machines are busy.
    testTimeout: 60_000,
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    coverage: { include: ["src/**"] },
  },
});
