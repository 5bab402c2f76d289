import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { type Readable } from "node:stream";

/** Gives WebKit a screen, which it cannot do without. */
export default async function prepare() {
  // It chooses a number that is free, and says which.
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1000x1100x24"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [display] = await once(createInterface({ input: screen.stdio[3] as Readable }), "line");
  process.env.DISPLAY = `:${display}`;
  // No graphics card, and nobody who is read to.
  Object.assign(process.env, { GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" });
  return async () => {
    screen.kill();
    await once(screen, "exit");
  };
}
