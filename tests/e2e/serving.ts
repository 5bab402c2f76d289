import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";

import { given } from "./programs";

/** `cargo xtask serve`: the site while its assignments are being written. */
export class Serving {
  readonly #server: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  /** Starts it for a folder of assignments. */
  constructor(assignments: string) {
    const options = ["serve", "--port", "0", "--dist", given("TAUMAHI_SERVED_SITE"), "--assignments", assignments];
    this.#server = spawn(given("TAUMAHI_XTASK"), options, { stdio: ["ignore", "pipe", "pipe"] });
    const terminal = new PassThrough();
    this.#server.stdout!.pipe(terminal, { end: false });
    this.#server.stderr!.pipe(terminal, { end: false });
    this.#server.once("exit", () => terminal.end());
    this.#lines = createInterface({ input: terminal })[Symbol.asyncIterator]();
  }

  /** Waits until a line on the terminal has this in it, and gives it back. The lines before it are not looked at again. */
  async says(what: RegExp): Promise<RegExpMatchArray> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(`\`cargo xtask serve\` ended, and did not say ${what}`);
      const match = value.match(what);
      if (match) return match;
    }
  }

  async stop() {
    if (this.#server.exitCode !== null) return;
    this.#server.kill();
    await once(this.#server, "exit");
  }
}
