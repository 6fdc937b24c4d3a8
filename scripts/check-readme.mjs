// @ts-check
// Compiles every TypeScript fence of the Markdown files against the built package.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
// Inside the package, so that the fences can import it by its name.
const folder = join(root, "node_modules", ".cache", "readme");

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

let count = 0;
for (const file of ["README.md", "spec/README.md"]) {
  const text = readFileSync(join(root, file), "utf8");
  for (const [, code = ""] of text.matchAll(/^```ts\n(.*?)^```$/gms)) {
    count += 1;
    // A module of its own, so that two fences may use the same names.
    writeFileSync(join(folder, `fence-${count}.ts`), `${code}\nexport {};\n`);
  }
}

const config = {
  extends: join(root, "tsconfig.json"),
  compilerOptions: { rootDir: root, noUnusedLocals: false },
  include: ["*.ts"],
};
writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
const { status } = spawnSync(process.execPath, [tsc, "-p", folder], { stdio: "inherit" });
console.log(`${count} examples compiled`);
process.exitCode = count === 0 ? 1 : (status ?? 1);
