import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { type Page, chromium, expect } from "@playwright/test";

import { launch } from "../browser.mjs";

/** A browser with a profile that can be killed like one whose battery is empty: no part of it gets a moment to finish anything. */
export async function killable(profile: string): Promise<{ page: Page; kill: () => Promise<void> }> {
  const port = path.join(profile, "DevToolsActivePort");
  // That of a browser that was killed before.
  rmSync(port, { force: true });
  const options = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  const browser = spawn(launch.executablePath ?? chromium.executablePath(), [...launch.args!, ...options], { stdio: "ignore" });
  await expect.poll(() => existsSync(port) && readFileSync(port, "utf8").includes("\n")).toBe(true);
  const [number] = readFileSync(port, "utf8").split("\n");
  const [context] = (await chromium.connectOverCDP(`http://127.0.0.1:${number}`)).contexts();
  const kill = async () => {
    const gone = once(browser, "exit");
    browser.kill("SIGKILL");
    await gone;
  };
  return { page: await context.newPage(), kill };
}
