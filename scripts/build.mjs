// @ts-check
// Writes dist/: for each entry of the package one ES module, one CommonJS file with the dependencies in
// it, and the declarations of both. One file each, since loading forty small modules takes longer than
// everything else that an import does. The trap: package.json "exports" names each of them.

import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

/** What package.json exports, by the names of the files in src/. */
const entries = [
  "index",
  "browser/index",
  "gateway/index",
  "node/index",
  "otel/index",
  "testing/index",
  "testing/msw",
  "testing/node",
  "webhooks/index",
];
/** The entry that is built on another one. */
const gateway = "gateway/index";
/** What package.json "imports" chooses from. */
const googleAuth = ["http/auth/google", "http/auth/google-unavailable"];

rmSync(dist, { recursive: true, force: true });
try {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
} catch {
  // tsc has said what is wrong.
  process.exit(1);
}
await bundleDeclarations();
await bundleModules();
await bundleCommonJs();

/** Puts bundles in place of tsc's files, which show what no entry does; one for each module system. */
async function bundleDeclarations() {
  const bundle = await rollup({
    input: Object.fromEntries(entries.map((name) => [name, `${dist}/src/${name}.d.ts`])),
    plugins: [dts()],
    external: (id) => !/^[./]/.test(id),
    // It says which types an entry uses without exporting them: parts of the generated ones.
    onwarn: (warning) => warning.plugin !== "dts" && console.warn(warning.message),
  });
  rmSync(dist, { recursive: true });
  for (const extension of ["d.ts", "d.cts"]) {
    await bundle.write({
      dir: join(dist, "src"),
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `types-[hash].${extension}`,
    });
  }
}

async function bundleModules() {
  /** @type {import("esbuild").BuildOptions} */
  const options = { ...common(), format: "esm", packages: "external" };
  const testing = entries.filter((name) => name.startsWith("testing/"));
  const others = entries.filter((name) => !testing.includes(name) && name !== gateway);
  // The calls of `operations` are a file of their own: inside index.js their namespace would be an
  // object that no bundler drops, and each new operation would make every program larger.
  await esbuild.build({
    ...options,
    entryPoints: ["generated/operations.ts"],
    outdir: "dist/generated",
    outbase: "generated",
  });
  await esbuild.build({
    ...options,
    entryPoints: sources([...others, ...googleAuth]),
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
    entryPoints: sources([gateway]),
    plugins: [
      {
        name: "the gateway loads the client and has no copy of it",
        setup(build) {
          build.onResolve({ filter: /\/(client|model\/errors|replay\/cursor)\.ts$/ }, ({ kind }) =>
            kind === "entry-point" ? undefined : { path: "gemini-interactions", external: true },
          );
        },
      },
    ],
  });
  // What these share is in files of its own, so that a class is the same one in each.
  await esbuild.build({
    ...options,
    entryPoints: sources(testing),
    splitting: true,
    chunkNames: "testing/shared-[hash]",
  });
  await esbuild.build({
    ...options,
    entryPoints: sources(["cli/main"]),
    minifyWhitespace: true,
    splitting: true,
    chunkNames: "cli/shared-[hash]",
    plugins: [
      {
        name: "the CLI loads the entries and has no copy of them",
        setup(build) {
          build.onResolve({ filter: /^\.\.\/.*\.ts$/ }, ({ path, importer }) => {
            const name = path.replace(/^(\.\.\/)+/, "").slice(0, -".ts".length);
            // By its public name: what the commands share lies in another folder than they do.
            const publicName = ["gemini-interactions", ...name.split("/")]
              .filter((part) => part !== "index")
              .join("/");
            return importer.includes("/cli/") && entries.includes(name)
              ? { path: publicName, external: true }
              : undefined;
          });
        },
      },
    ],
  });
}

/** For Jest, NestJS and whatever else cannot `require()` an ES module, such as the dependencies are. */
async function bundleCommonJs() {
  const { dependencies, peerDependencies } = readJson("package.json");
  /** @type {import("esbuild").BuildOptions} */
  const options = {
    ...common(),
    format: "cjs",
    // Nobody reads these files twice: each contains all code of its entry once more.
    minifyWhitespace: true,
    minifySyntax: true,
    outExtension: { ".js": ".cjs" },
    external: ["#google-auth", "node:*", ...Object.keys(peerDependencies)],
    // Jest cannot import() without flags.
    supported: { "dynamic-import": false },
  };
  const others = entries.filter((name) => name !== gateway);
  await esbuild.build({ ...options, entryPoints: sources([...others, ...googleAuth]) });
  // A whole client, of which nobody sees a name.
  await esbuild.build({ ...options, entryPoints: sources([gateway]), minifyIdentifiers: true });
  const licenses = Object.keys(dependencies).map((name) => {
    const folder = join("node_modules", name);
    const { version } = readJson(join(folder, "package.json"));
    return `${name} ${version}\n\n${readFileSync(join(root, folder, "LICENSE"), "utf8").trim()}\n`;
  });
  writeFileSync(
    join(root, "dist/LICENSES-OF-DEPENDENCIES.txt"),
    licenses.join(`\n${"-".repeat(72)}\n\n`),
  );
}

/** @returns {import("esbuild").BuildOptions} */
function common() {
  return {
    absWorkingDir: root,
    outdir: "dist/src",
    outbase: "src",
    bundle: true,
    target: "es2023",
    platform: "neutral",
    external: ["#google-auth", "node:*"],
  };
}

/** @param {string[]} names */
function sources(names) {
  return names.map((name) => `src/${name}.ts`);
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}
