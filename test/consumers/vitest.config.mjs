// Without it vitest would find the configuration of the whole project.
export default { test: { environment: "jsdom", include: ["programs/vitest.spec.mjs"] } };
