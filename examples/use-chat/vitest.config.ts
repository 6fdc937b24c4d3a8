import { defineConfig } from "vitest/config";

// Of its own, or vitest would take one that lies further up.
export default defineConfig({ test: { include: ["test/*.test.{ts,tsx}"], testTimeout: 30_000 } });
