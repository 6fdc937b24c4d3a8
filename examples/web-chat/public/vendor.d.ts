// The server serves these libraries under /vendor/ as they are: see server/page.mjs.
declare module "*/vendor/dompurify.js" {
  export { default } from "dompurify";
}
declare module "*/vendor/marked.js" {
  export { marked } from "marked";
}
declare module "*/vendor/follow-run.js" {
  export { followRun } from "gemini-interactions/browser";
}
