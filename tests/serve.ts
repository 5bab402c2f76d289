import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { given } from "./e2e/programs";

/** Serves the built site as a host would, in the root of an address and in a folder, and the site with other assignments. */
export default async function serve() {
  const site = given("TAUMAHI_SITE");
  const servers = [start(site, "/"), start(site, "/school/homework/"), start(given("TAUMAHI_OWN_SITE"), "/")];
  [process.env.SITE_URL, process.env.SITE_URL_IN_FOLDER, process.env.SITE_URL_OF_ITS_OWN] = await Promise.all(servers.map(address));
  return () => Promise.all(servers.map(stop));
}

function start(site: string, under: string): ChildProcess {
  const options = ["serve", "--release", "--no-build", "--port", "0", "--dist", site, "--under", under];
  return spawn(given("TAUMAHI_XTASK"), options, { stdio: ["ignore", "pipe", "inherit"] });
}

async function address(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    const [url] = line.match(/http:\S+/) ?? [];
    if (url) return url;
  }
  throw new Error("A server for the tests did not start");
}

async function stop(server: ChildProcess) {
  if (server.exitCode !== null) return;
  server.kill();
  await once(server, "exit");
}
