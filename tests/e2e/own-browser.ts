import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { type BrowserContext, chromium } from "@playwright/test";

import { launch } from "../browser.mjs";

/** A browser of a test's own with a folder for what it keeps, which can be killed as a dying battery would, and started again. */
export class OwnBrowser {
  private constructor(
    private readonly process: ChildProcess,
    readonly context: BrowserContext,
    private readonly close: () => Promise<void>,
  ) {}

  static async start(folder: string): Promise<OwnBrowser> {
    const program = launch.executablePath ?? chromium.executablePath();
    const options = [...(launch.args ?? []), "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"];
    // A group of processes of its own: all of them are killed in the same moment.
    const started = spawn(program, options, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    for await (const line of createInterface({ input: started.stderr! })) {
      const [, address] = line.match(/DevTools listening on (ws:\S+)/) ?? [];
      if (address) {
        started.stderr!.resume();
        const browser = await chromium.connectOverCDP(address);
        return new OwnBrowser(started, browser.contexts()[0], () => browser.close());
      }
    }
    throw new Error("The browser did not start");
  }

  /** Ends every process of it at once. Nothing in it can do anything any more, not even say so. */
  async kill() {
    const ended = once(this.process, "exit");
    process.kill(-this.process.pid!, "SIGKILL");
    await ended;
    // What waits for an answer gets an error now.
    await this.close().catch(() => null);
  }
}
