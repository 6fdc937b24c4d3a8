import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

// `gemini-interactions` is linked from two folders up while this example lies in its repository. Copied
// elsewhere, this file can go.
const root = fileURLToPath(new URL("../..", import.meta.url));

const config: NextConfig = {
  turbopack: { root },
  outputFileTracingRoot: root,
  // On a phone it lies on the message box.
  devIndicators: false,
};

// Next.js reads the default export.
// eslint-disable-next-line import/no-default-export
export default config;
