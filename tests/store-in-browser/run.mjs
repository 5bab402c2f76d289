// Runs WebAssembly test programs in a browser: node run.mjs PROGRAM.wasm …
//
// wasm-bindgen-test-runner serves each program as a page. This opens the page, prints what the tests say,
// and ends with an error unless all of them have passed and there was at least one.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

import { chromium } from "@playwright/test";
import { launch } from "../browser.mjs";

const MINUTE = 60_000;

const browser = await chromium.launch(launch);
const folder = await mkdtemp(path.join(tmpdir(), "store-in-browser-"));
let passed = 0;
let failed = false;
try {
  for (const program of process.argv.slice(2)) {
    const result = await run(program);
    passed += Number(result?.match(/(\d+) passed/)?.[1] ?? 0);
    failed ||= result !== null && !result.startsWith("test result: ok.");
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
if (passed === 0 && !failed) console.log("No test has passed: is there a #[wasm_bindgen_test] in app/store?");
process.exitCode = failed || passed === 0 ? 1 : 0;

/** Runs one program; its result is the closing line, or null when it has no tests. */
async function run(program) {
  console.log(`\n${path.basename(program)}`);
  const runner = spawn("wasm-bindgen-test-runner", [program], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      // The runner serves the page and leaves the rest to us; it has no way to be asked to clean up behind it.
      NO_HEADLESS: "1",
      WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0",
      WASM_BINDGEN_USE_BROWSER: "1",
      TMPDIR: folder,
    },
  });
  try {
    const url = await address(runner);
    return url && (await open(url));
  } finally {
    if (runner.exitCode === null) {
      runner.kill();
      await once(runner, "exit");
    }
  }
}

/** Where the runner serves the page; null when there are no tests to serve. */
async function address(runner) {
  for await (const line of createInterface({ input: runner.stdout })) {
    if (line.includes("no tests to run")) return null;
    const [url] = line.match(/http:\/\/\S+/) ?? [];
    if (url) return url;
  }
  throw new Error("wasm-bindgen-test-runner has ended without serving the tests");
}

async function open(url) {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  await page.goto(url);
  const output = page.locator("#output");
  let finished = true;
  await page
    .waitForFunction(() => /^test result: /m.test(document.getElementById("output").textContent), null, { timeout: MINUTE })
    .catch(() => (finished = false));
  const text = await output.textContent();
  await page.close();
  console.log(text);
  if (!finished) console.log(["The tests did not end within a minute.", ...errors].join("\n"));
  return text.match(/^test result: .*/m)?.[0] ?? "test result: none";
}
