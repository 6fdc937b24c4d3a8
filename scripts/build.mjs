// @ts-check
// Writes dist/: modules and declarations by tsc, and over them the main entry as one file, because
// loading forty small modules takes longer than everything else that an import does.

import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

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
await build({
  absWorkingDir: root,
  entryPoints: ["src/index.ts"],
  outfile: "dist/src/index.js",
  bundle: true,
  format: "esm",
  target: "es2023",
  platform: "neutral",
  packages: "external",
  external: ["#google-auth"],
  sourcemap: true,
  // src/ is in the package.
  sourcesContent: false,
});
