import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { Edition } from "./editions";
import { Host } from "./host";
import { given } from "./programs";
import { test as watched } from "./watched";

export { expect } from "./watched";

/** A test with a host of its own, which shows the site as it was built, and can show another edition of it. What is said in the console when
 * a host is out of reach or is sorry is not a trouble. */
export const test = watched.extend<{ host: Host; isOutOfReach: void }, { first: Edition; second: Edition }>({
  first: [async ({}, use) => use(new Edition(given("TAUMAHI_SITE"))), { scope: "worker" }],
  second: [
    async ({ first }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), "taumahi-second-"));
      await use(first.other(folder, "second"));
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  host: async ({ first }, use) => {
    const host = await Host.of(first.folder);
    await use(host);
    await host.off();
  },
  baseURL: async ({ host }, use) => use(host.url()),
  isOutOfReach: [
    async ({ troubles }, use) => {
      troubles.allow(/ERR_(CONNECTION_|EMPTY_RESPONSE|INCOMPLETE_CHUNKED|CONTENT_LENGTH_MISMATCH|FAILED)/, /^(404|500): /, /console: .*status of (404|500)/);
      await use();
    },
    { auto: true },
  ],
});
