import { defineConfig } from "@playwright/test";

// Only the runner is Playwright's. The browsers are Debian's, driven by WebDriver.
export default defineConfig({
  testDir: ".",
  outputDir: "../results/engines",
  globalSetup: "./prepare.ts",
  retries: 0,
  // No test is about time: these only end one that hangs.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "../results/engines.json" }]],
});
