// @ts-check
// Writes dist/: declarations by tsc, and code by esbuild, each entry as one file. Loading forty small
// modules takes longer than everything else that an import does.

import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

rmSync(join(root, "dist"), { recursive: true, force: true });
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
try {
  execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
} catch {
  // tsc has said what is wrong.
  process.exit(1);
}

/** @type {import("esbuild").BuildOptions} */
const options = {
  absWorkingDir: root,
  outdir: "dist/src",
  outbase: "src",
  bundle: true,
  format: "esm",
  target: "es2023",
  platform: "neutral",
  packages: "external",
  external: ["#google-auth"],
};
// The calls of `operations` are a file of their own: inside index.js their namespace would be an object
// that no bundler drops, and each new operation would make every program larger.
await esbuild.build({
  ...options,
  entryPoints: ["generated/operations.ts"],
  outdir: "dist/generated",
  outbase: "generated",
});
await esbuild.build({
  ...options,
  entryPoints: ["src/index.ts"],
  plugins: [
    {
      name: "operations apart",
      setup(build) {
        build.onResolve({ filter: /\/generated\/operations\.ts$/ }, () => ({
          path: "../generated/operations.js",
          external: true,
        }));
      },
    },
  ],
});
await esbuild.build({
  ...options,
  entryPoints: [
    "src/http/auth/google.ts",
    "src/http/auth/google-unavailable.ts",
    "src/cli/demo.ts",
    "src/cli/serve.ts",
    "src/testing/index.ts",
    "src/testing/msw.ts",
    "src/webhooks/index.ts",
  ],
  // What these share is in files of its own.
  splitting: true,
  chunkNames: "shared-[hash]",
  plugins: [
    {
      name: "one client for all",
      setup(build) {
        build.onResolve({ filter: /^\.\.\/index\.ts$/ }, ({ importer }) =>
          importer.includes("/cli/") ? { path: "../index.js", external: true } : undefined,
        );
      },
    },
  ],
});
