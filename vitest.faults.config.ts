import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { FaultReporter } from "./test/faults/tally.ts";

export default defineConfig({
  resolve: {
    alias: { "#google-auth": fileURLToPath(new URL("src/http/auth/google.ts", import.meta.url)) },
  },
  test: {
    include: ["test/faults/*.faults.ts"],
    reporters: ["default", new FaultReporter()],
  },
});
