import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

const root = path.resolve(import.meta.dirname, "..");
const site = process.env.TAUMAHI_SITE ?? path.join(root, "dist");
// `cargo xtask test` names itself; without it, Cargo finds it.
const xtask = process.env.TAUMAHI_XTASK ? [process.env.TAUMAHI_XTASK] : ["cargo", "xtask"];

/** Serves the built site as a host would, once in the root of an address and once in a folder. */
export default async function serve() {
  const servers = [start("/"), start("/school/homework/")];
  [process.env.SITE_URL, process.env.SITE_URL_IN_FOLDER] = await Promise.all(servers.map(address));
  return () => Promise.all(servers.map(stop));
}

function start(under: string): ChildProcess {
  const [program, ...words] = xtask;
  const options = ["serve", "--release", "--no-build", "--port", "0", "--dist", site, "--under", under];
  return spawn(program, [...words, ...options], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
}

async function address(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    const [url] = line.match(/http:\S+/) ?? [];
    if (url) return url;
  }
  throw new Error(`The server for the tests did not start. Is there a site in ${site}?`);
}

async function stop(server: ChildProcess) {
  if (server.exitCode !== null) return;
  server.kill();
  await once(server, "exit");
}
