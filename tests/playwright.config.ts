import { defineConfig } from "@playwright/test";
import { launch } from "./browser.mjs";

export default defineConfig({
  testDir: "e2e",
  outputDir: "results/artifacts",
  globalSetup: "./serve.ts",
  // A test that passes only sometimes is a test that fails.
  retries: 0,
  // No test is about time: these only end one that hangs. A busy machine can be ten times as slow as an idle one.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: true,
  // Nobody may be told that all is well when all but one was left out.
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "results/results.json" }]],
  use: {
    // Set by serve.ts, before the processes start that run the tests.
    baseURL: process.env.SITE_URL,
    timezoneId: "UTC",
    locale: "en-NZ",
    launchOptions: launch,
  },
});
